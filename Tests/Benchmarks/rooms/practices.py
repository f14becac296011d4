"""What the practices are like: words a minute of speech, and how much of ten minutes is silence."""
import json
import subprocess

from measure import Row


def sets(place):
    names = sorted(file.stem for file in (place.root / "Sessions").glob("*.practice"))
    pace, silence = [], []
    for name in names[: 2 if place.quick else None]:
        composed = timeline(place, name, "45m") or timeline(place, name, None)
        spoken = [event for event in composed["events"] if event["kind"] == "speech"]
        words = sum(len(event["text"].split()) for event in spoken)
        minutes = sum(event["frames"] for event in spoken) / 48_000 / 60
        if minutes:
            pace.append(Row("speech of the practices", name, "words a minute", [words / minutes]))
        if ten := timeline(place, name, "10m"):
            loud = sum(event["frames"] for event in ten["events"] if event["kind"] in ("speech", "breath"))
            silence.append(Row("silence in ten minutes", name, "%", [100 - 100 * loud / ten["frames"]]))
    return [rows for rows in (pace, silence) if rows]


def timeline(place, name, length):
    """What happens when; None where the practice can't have that length."""
    words = [place.kindly, "timeline", name, "--json"] + (["--length", length] if length else [])
    said = subprocess.run(words, capture_output=True, text=True)
    return json.loads(said.stdout) if said.returncode == 0 else None
