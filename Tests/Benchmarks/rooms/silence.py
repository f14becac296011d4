"""What silence costs: the same words in a short and a long session, and each format beside a program
that knows nothing of silence. Everything is spoken already."""
import json

from measure import WALL_AND_PROCESSOR, finish, in_turn, program


def sets(place):
    work = place.work
    short, long = ("5m", "10m") if place.quick else ("10m", "60m")

    def render(name, length=short, *more):
        return (place.kindly, "render", "metta", "--length", length, "--quiet", "--force", "-o", work / name, *more)

    finish(*render("long.wav", long))
    finish(*render("short.wav"))
    zeros = f"head -c {(work / 'long.wav').stat().st_size} /dev/zero > '{work}/zeros'"
    yield from in_turn(
        f"{long} to WAV beside zeros", WALL_AND_PROCESSOR, [("kindly", program(*render("out.wav", long)))],
        [("head of /dev/zero", program("sh", "-c", zeros))], place.times(5))
    yield from in_turn(
        f"{long} to Opus beside {short}", WALL_AND_PROCESSOR, [(f"kindly, {long}", program(*render("out.opus", long)))],
        [(f"kindly, {short}", program(*render("out.opus")))], place.times(5))
    wav = work / "short.wav"
    for ending, name, words in [
            ("opus", "opusenc", ("opusenc", "--quiet", wav, work / "other.opus")),
            ("flac", "ffmpeg", ("ffmpeg", "-v", "error", "-y", "-i", wav, work / "other.flac")),
            ("mp3", "lame", ("lame", "--quiet", "-V", "5", wav, work / "other.mp3")),
            ("ogg", "oggenc", ("oggenc", "--quiet", wav, "-o", work / "other.ogg"))]:
        yield from in_turn(
            f"{short} to {ending}", WALL_AND_PROCESSOR, [("kindly", program(*render(f"out.{ending}")))],
            [(f"{name} of the WAV", program(*words))], place.times(5))
    yield from many_events(place)
    yield from many_sits(place)


def many_events(place):
    """32,000 events as JSON beside reading and checking them."""
    practice = place.work / "long.practice"
    practice.write_text("Title: Long\nLanguage: en\nBell: none\n\n" + "May all be well. [2s]\n" * (1_000 if place.quick else 16_000))
    finish(place.kindly, "check", practice)
    yield from in_turn(
        "many events", WALL_AND_PROCESSOR, [("kindly timeline --json", program(place.kindly, "timeline", practice, "--json"))],
        [("kindly check", program(place.kindly, "check", practice))], place.times(5))


def many_sits(place):
    """A journal of 100,000 lines beside printing its bytes."""
    folder = place.work / "state/kindly"
    folder.mkdir(parents=True, exist_ok=True)
    line = {"v": 1, "began": "2026-11-23T20:58:56+01:00", "title": "Loving-kindness", "practice": "metta",
            "seconds": 600, "length": 600, "whole": True}
    journal = folder / "journal.jsonl"
    journal.write_text((json.dumps(line) + "\n") * (10_000 if place.quick else 100_000))
    yield from in_turn(
        "a journal of many lines", WALL_AND_PROCESSOR, [("kindly journal", program(place.kindly, "journal"))],
        [("cat", program("cat", journal))], place.times(5))
    journal.unlink()
