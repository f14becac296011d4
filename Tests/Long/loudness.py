"""A built program, and what ffmpeg's ebur128 says of what it writes and plays."""
import math
import os
import re
import subprocess
import tempfile
import wave

import numpy as np

RATE = 48_000


class Program:
    """The program with folders of its own, which go away with it."""

    def __init__(self, path):
        self.path = os.path.abspath(path)
        self.scratch = tempfile.TemporaryDirectory(prefix="kindly-levels-")
        self.folder = self.scratch.name
        self.environment = os.environ | {
            f"XDG_{name}_HOME": os.path.join(self.folder, name) for name in ("CACHE", "CONFIG", "DATA", "STATE")}

    def run(self, *words):
        return subprocess.run([self.path, *words], capture_output=True, text=True, env=self.environment,
                              cwd=self.folder, stdin=subprocess.DEVNULL)


def meter(samples, key):
    """What ffmpeg's meter says after each 100 ms of 16-bit stereo."""
    filters = f"ebur128=metadata=1{':peak=true' if 'true_peak' in key else ''},ametadata=print:key={key}:file=-"
    said = subprocess.run(
        ["ffmpeg", "-v", "error", "-f", "s16le", "-ar", str(RATE), "-ac", "2", "-i", "-", "-af", filters,
         "-f", "null", "/dev/null"], input=samples, capture_output=True, check=True).stdout.decode()
    return [float(value) for value in re.findall(re.escape(key) + r"=(-?[\d.]+|-inf)", said)]


def samples(path, start=0, frames=None):
    """16-bit stereo of a WAV file."""
    with wave.open(path) as file:
        file.setpos(start)
        return file.readframes(file.getnframes() - start if frames is None else frames)


def tenths(data):
    """Tenths of a second, which are the steps of the meter, and the highest sample of each."""
    step = RATE // 10 * 2
    values = np.frombuffer(data, dtype="<i2")
    steps = np.pad(values, (0, -len(values) % step)).reshape(-1, step)
    return steps, np.maximum(steps.max(axis=1).astype(int), -steps.min(axis=1).astype(int))


def near(wanted, before, after):
    """Whether each step is wanted or that close to one that is."""
    counts = np.convolve(wanted.astype(int), np.ones(before + after + 1, dtype=int))
    return counts[before:before + len(wanted)] > 0


def sounding(data):
    """Without long silence: every 400 ms that the meter takes and that sound stay as they are."""
    steps, highest = tenths(data)
    return steps[near(highest > 0, before=4, after=8)].tobytes()


def loudest(data):
    """What is within 12 dB of the highest sample, and what is beside it: no true peak is elsewhere."""
    steps, highest = tenths(data)
    return steps[near(highest > highest.max() / 4, before=1, after=1)].tobytes()


def true_peak(path):
    """The highest true peak of a WAV file, in dBTP."""
    return 20 * math.log10(max([1e-6, *meter(loudest(samples(path)), "lavfi.r128.true_peak")]))


def integrated(data):
    """Integrated loudness in LUFS."""
    return meter(sounding(data), "lavfi.r128.I")[-1]


def moment(data):
    """The loudest 400 ms, in LUFS."""
    return max(meter(data, "lavfi.r128.M"))
