#!/usr/bin/env python3
"""Measures every built-in background over a whole loop and a second time round.

Usage: Tests/Long/backgrounds.py PROGRAM [FOLDER]

Needs numpy. Writes each background as a WAV file of 32-bit floats to FOLDER (a temporary one if none is
named), with its spectrogram beside it, and prints for each:
  LUFS      what it says, and what it is, by BS.1770-4 without a gate
  octaves   power by octave from 31.5 Hz to 16 kHz, against that at 1 kHz
  seam      the loop's second time round against its first, in decibels
  period    the greatest autocorrelation of the envelope (RMS of 50 ms) beyond 5 s, and where
Fails where the seam is above -80 dB, a period above 0.2, or the loudness off by more than 0.5 LU.
"""
import json
import pathlib
import subprocess
import sys
import tempfile

import numpy as np

RATE = 48_000


def samples(path):
    data = path.read_bytes()
    start = data.index(b"data") + 8
    size = int.from_bytes(data[start - 4:start], "little") // 8 * 8
    return np.frombuffer(data[start:start + size], dtype="<f4").reshape(-1, 2)


def loudness(x):
    size = 1 << int(np.ceil(np.log2(len(x))))
    z = np.exp(-2j * np.pi * np.fft.rfftfreq(size))
    head = (1.53512485958697 - 2.69169618940638 * z + 1.19839281085285 * z * z) / (
        1 - 1.69065929318241 * z + 0.73248077421585 * z * z)
    lows = (1 - 2 * z + z * z) / (1 - 1.99004745483398 * z + 0.99007225036621 * z * z)
    power = 0
    for side in range(2):
        spectrum = np.fft.rfft(x[:, side].astype(float), size) * head * lows
        power += 2 * np.sum(np.abs(spectrum) ** 2) / size / len(x)
    return -0.691 + 10 * np.log10(power)


def octaves(x):
    size = 1 << 16
    parts = x[:len(x) // size * size, 0].reshape(-1, size).astype(float) * np.hanning(size)
    power = (np.abs(np.fft.rfft(parts)) ** 2).mean(0)
    hertz = np.fft.rfftfreq(size, 1 / RATE)
    centres = [31.5, 63, 125, 250, 500, 1_000, 2_000, 4_000, 8_000, 16_000]
    bands = [power[(hertz >= c / 2 ** .5) & (hertz < c * 2 ** .5)].sum() for c in centres]
    return [10 * np.log10(band / bands[5]) for band in bands]


def period(x):
    size = RATE // 20
    envelope = np.sqrt((x[:len(x) // size * size].astype(float) ** 2).mean(1).reshape(-1, size).mean(1))
    envelope -= envelope.mean()
    spectrum = np.abs(np.fft.fft(envelope)) ** 2
    correlation = np.fft.ifft(spectrum).real
    correlation /= correlation[0]
    half = correlation[:len(correlation) // 2]
    place = 100 + int(np.argmax(half[100:]))
    return half[place], place / 20


def main():
    program = sys.argv[1]
    folder = pathlib.Path(sys.argv[2] if len(sys.argv) > 2 else tempfile.mkdtemp())
    folder.mkdir(parents=True, exist_ok=True)
    listed = json.loads(subprocess.run(
        [program, "backgrounds", "--json"], check=True, capture_output=True).stdout)
    failed = False
    for background in listed["backgrounds"]:
        name, loop = background["name"], background["loop"] // RATE
        path = folder / f"{name}.wav"
        # The fades at both ends are a second; they are cut off.
        subprocess.run(
            [program, "backgrounds", "try", name, "--length", f"{loop + 12}s", "--bits", "float",
             "-o", str(path), "--force"], check=True, capture_output=True)
        subprocess.run(
            [program, "backgrounds", "show", name, "--picture", str(folder / f"{name}.png"),
             "--force"], check=True, capture_output=True)
        x = samples(path)
        whole = x[RATE:RATE + loop * RATE]
        first, again = x[RATE:10 * RATE], x[(1 + loop) * RATE:(10 + loop) * RATE]
        apart = np.sum((first.astype(float) - again) ** 2) / np.sum(first.astype(float) ** 2)
        seam = 10 * np.log10(max(apart, 1e-20))
        lufs = loudness(whole)
        greatest, where = period(whole)
        bad = seam > -80 or greatest > 0.2 or abs(lufs - background["loudness"]) > 0.5
        failed = failed or bad
        print(f"{name:8} {background['loudness']:6.1f} {lufs:7.2f} LUFS  seam {seam:7.1f} dB  "
              f"period {greatest:.3f} at {where:.1f} s  peak {20 * np.log10(np.abs(x).max()):.1f} dB"
              f"{'  <-- outside' if bad else ''}")
        print("         " + " ".join(f"{level:6.1f}" for level in octaves(whole)))
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
