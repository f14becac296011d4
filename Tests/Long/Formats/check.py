#!/usr/bin/env python3
"""Reads files of every format back with programs that know nothing of Kindly.

    Tests/Long/Formats/check.py KINDLY

KINDLY is the built program. Needs ffmpeg, flac, opus-tools, vorbis-tools, mp3val, mediainfo and
python3-mutagen;
what is not installed is passed over and said. Takes about a minute.
"""
import array
import json
import math
import pathlib
import shutil
import subprocess
import sys
import tempfile

SECONDS = 300
failures = []


def check(sentence, holds, seen=""):
    print(("ok     " if holds else "FAILS  ") + sentence + (f": {seen}" if seen != "" else ""))
    if not holds:
        failures.append(sentence)


def run(*words):
    return subprocess.run([str(word) for word in words], capture_output=True, text=True)


def decoded(path, *before):
    """One channel at 48 kHz in 16 bits."""
    raw = subprocess.run(["ffmpeg", "-v", "error", *before, "-i", str(path), "-map", "0:a", "-ac", "1", "-ar",
                          "48000", "-f", "s16le", "-"], capture_output=True, check=True).stdout
    return array.array("h", raw)


def loudness(samples):
    return math.sqrt(sum(sample * sample for sample in samples) / max(1, len(samples)))


def probe(path):
    said = run("ffprobe", "-v", "error", "-of", "json", "-show_format", "-show_streams", "-show_chapters", path)
    return json.loads(said.stdout)


def others(path, ending):
    """What programs for one format say."""
    programs = {"flac": [["flac", "-t", "--silent"]], "opus": [["opusinfo"]], "ogg": [["ogginfo"]],
                "mp3": [["mp3val"]]}
    for words in programs.get(ending, []):
        if not shutil.which(words[0]):
            print(f"        {words[0]} is not installed")
            continue
        said = run(*words, path)
        bad = [line for line in (said.stdout + said.stderr).splitlines()
               if "WARNING" in line or "ERROR" in line.upper()]
        check(f"{ending}: {words[0]} has no complaint", said.returncode == 0 and not bad, "; ".join(bad[:2]))


def tags(path, ending):
    try:
        import mutagen
    except ImportError:
        print("        mutagen is not installed")
        return
    file = mutagen.File(path)
    check(f"{ending}: mutagen reads it, as long as it is", abs(file.info.length - SECONDS) < 0.1,
          f"{file.info.length:.3f} s")
    text = " ".join(f"{key} {value}" for key, value in (file.tags or {}).items() if len(str(value)) < 500)
    for wanted in ["First week", "Meditation"]:
        check(f"{ending}: mutagen finds {wanted}", wanted in text)


def media_info(path, ending):
    """What MediaInfo says: the same words under its own names."""
    if not shutil.which("mediainfo"):
        print("        mediainfo is not installed")
        return
    said = run("mediainfo", "--Output=JSON", path)
    tracks = {track["@type"]: track for track in json.loads(said.stdout)["media"]["track"]}
    general = tracks["General"]
    extra = {key.upper(): value for key, value in general.get("extra", {}).items()}
    check(f"{ending}: MediaInfo knows the length", abs(float(general["Duration"]) - SECONDS) < 0.06, general["Duration"])
    wanted = {"Title": "Loving-kindness for yourself", "Genre": "Meditation", "Recorded_Date": "2026-05-01"}
    if ending != "wav":
        wanted |= {"Album": "First week", "Track_Position": "3", "Track_Position_Total": "7", "Cover": "Yes"}
    for name, value in wanted.items():
        check(f"{ending}: MediaInfo finds {name}", general.get(name) == value, general.get(name, "nothing"))
    voice = general.get("Performer") or extra.get("PERFORMER", "nothing")
    check(f"{ending}: MediaInfo finds the voice", voice == "calm", voice)
    gain = extra.get("REPLAYGAIN_TRACK_GAIN") or extra.get("R128_TRACK_GAIN") or tracks["Audio"].get("ReplayGain_Gain")
    check(f"{ending}: MediaInfo finds how loud it is", bool(gain) == (ending != "wav"), gain or "nothing")


def main():
    kindly = pathlib.Path(sys.argv[1]).resolve()
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        render = [kindly, "render", "metta", "--length", f"{SECONDS}s", "--quiet", "--force", "--album", "First week",
                  "--genre", "Meditation", "--track", "3/7", "--date", "2026-05-01", "-o"]
        assert run(*render, folder / "whole.wav").returncode == 0
        straight = decoded(folder / "whole.wav")
        sections = len(probe(folder / "whole.wav")["chapters"])
        for ending in ["wav", "flac", "opus", "ogg", "mp3", "m4a"]:
            path = folder / f"a.{ending}"
            said = run(*render, path, *([] if ending == "wav" else ["--cover", "drawn"]))
            if said.returncode == 69:
                print(f"        {said.stderr.strip()}")
                continue
            print(f"\n{ending}, {path.stat().st_size / 1e6:.2f} MB")
            facts = probe(path)
            check(f"{ending}: ffprobe knows the length", abs(float(facts["format"]["duration"]) - SECONDS) < 0.06,
                  facts["format"]["duration"])
            check(f"{ending}: chapters", len(facts["chapters"]) == sections, len(facts["chapters"]))
            if ending != "wav":
                covers = [stream for stream in facts["streams"] if stream["codec_type"] == "video"]
                check(f"{ending}: a cover", len(covers) == 1)
                tags(path, ending)
            others(path, ending)
            media_info(path, ending)
            sound = decoded(path)
            check(f"{ending}: exactly as long", abs(len(sound) - len(straight)) <= (1 if ending != "m4a" else 1024),
                  f"{len(sound) - len(straight):+} frames")
            worst = 0
            for second in range(0, SECONDS - 1, 7):
                a, b = second * 48_000, (second + 1) * 48_000
                worst = max(worst, abs(loudness(sound[a:b]) - loudness(straight[a:b])))
            check(f"{ending}: the same sound at every seventh second", worst < 200, f"{worst:.0f} of 32768 apart")
            for second in [3, 61.5, 150, 222.25, 280]:
                part = decoded(path, "-ss", str(second))[:48_000]
                whole = straight[int(second * 48_000):][:48_000]
                apart = abs(loudness(part) - loudness(whole))
                check(f"{ending}: a seek to {second} s gives what is there", apart < 400, f"{apart:.0f} apart")
    print(f"\n{len(failures)} of the checks fail." if failures else "\nAll hold.")
    sys.exit(1 if failures else 0)


main()
