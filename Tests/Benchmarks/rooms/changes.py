"""What a listener and an author wait for: the first sound of metta with nothing kept, after a change with
everything else kept, and after an edit in the middle of a long script; a cold timeline beside the espeak-ng
program, and ten minutes rendered cold beside a shell script."""
import json
import os
import pathlib
import shutil
import subprocess

import playing
from measure import WALL_AND_PROCESSOR, finish, in_turn, missing, program


def sets(place):
    metta = (place.root / "Sessions/metta.practice").read_text()
    cache, practice, wave = place.work / "cache", place.work / "changed.practice", place.work / "metta.wav"
    practice.write_text(metta)
    play = [place.kindly, "play", practice, "--quiet", "--device"]

    def keep():
        """Has all speech kept as a session leaves it behind: shaped."""
        practice.write_text(metta)
        finish(place.kindly, "render", practice, "-o", wave, "--quiet", "--force")

    turn = iter(range(1, 1_000_000))

    def forget():
        shutil.rmtree(cache, ignore_errors=True)

    def first(*options, before=None, words=None):
        def measure():
            if before:
                before()
            with playing.Player(place, words or (lambda device: [*play, device, *options])) as player:
                return (player.first_sound() * 1e3,)
        return measure

    def edited():
        practice.write_text(metta.replace("Say each wish silently", f"Say wish {next(turn)} silently"))

    def mpv(device):
        return ["mpv", "--no-config", "--no-video", "--really-quiet", "--ao=alsa",
                f"--audio-device=alsa/{device}", wave]

    def paused():
        practice.write_text(metta + f"\n[pause {next(turn) % 50 + 2}s]\n")

    def minutes():
        return [f"--length={10 + next(turn) % 10}m"]

    def longer():
        return first(*minutes())()

    yield from in_turn(
        "first sound of metta", [("", "ms")],
        [("nothing kept", first(before=forget)), ("everything kept", first(before=keep)),
         ("another length", longer), ("another bell", first("--bell=rin")),
         ("another pause", first(before=paused)), ("one line edited", first(before=edited))],
        [("mpv of the WAV", missing("mpv") or first(words=mpv))], place.times(7, 1))

    script = place.work / "long.practice"
    lines = [f"This is sentence number {count} of a long talk about kindness and how it is learned."
             for count in range(1, 131)]
    script.write_text("Title: Long\nBell: none\n\n# First\n" + "\n".join(lines[:65])
                      + "\n# Second\n" + "\n".join(lines[65:]) + "\n")
    finish(place.kindly, "render", script, "-o", wave, "--quiet", "--force")
    text = script.read_text()

    def middle():
        script.write_text(text.replace("number 66 of", f"number {next(turn) + 200} of"))
        words = [place.kindly, "play", script, "--quiet", "--from", "Second", "--device"]
        with playing.Player(place, lambda device: [*words, device]) as player:
            player.wait("start")
            return (processor(player.process.pid),)

    yield from in_turn("an edit in the middle of a long script, until it is heard", [("processor", "ms")],
                       [("kindly play --from", middle)], [], place.times(7, 1))

    said = subprocess.run([place.kindly, "timeline", "metta", "--json"], check=True, capture_output=True, text=True)
    events = [event for event in json.loads(said.stdout)["events"] if event["kind"] == "speech"]
    phrases = place.work / "metta.txt"
    phrases.write_text("".join(event["text"].replace("\n", " ") + "\n" for event in events))
    by_line = ["sh", "-c", f"xargs -d '\\n' -n 1 espeak-ng -v en-us -s 110 -w /dev/null < '{phrases}'"]
    yield from in_turn(
        "timeline of metta", WALL_AND_PROCESSOR,
        [("kindly, nothing kept", program(place.kindly, "timeline", "metta", before=forget))],
        [("espeak-ng -w, each utterance", missing("espeak-ng") or program(*by_line))], place.times(7, 1))

    yield from in_turn(
        "ten minutes of metta, cold", WALL_AND_PROCESSOR,
        [("kindly", program(place.kindly, "render", "metta", "--length", "10m", "--quiet", "--force", "-o",
                            wave, before=forget))],
        [("espeak-ng and sox in a shell", missing("sox") or program("sh", pipeline(place, events)))],
        place.times(5, 1))


def pipeline(place, events):
    """What a person would write: a file for each phrase, padded with its silence, then all joined."""
    folder = place.work / "shell"
    folder.mkdir(exist_ok=True)
    lines = [f"cd '{folder}' || exit 1"]
    for number, event in enumerate(events):
        start = events[number + 1]["start"] if number + 1 < len(events) else 600 * 48_000
        silence = max(0, start - event["start"] - event["frames"]) / 48_000
        words = event["text"].replace("'", "’")
        lines += [f"espeak-ng -v en-us -s 110 -w a.wav '{words}'",
                  f"sox a.wav -r 48000 -c 2 {number:03}.wav pad {events[0]['start'] / 48_000 if number == 0 else 0} {silence}"]
    lines.append("sox [0-9]*.wav whole.wav")
    script = folder / "make"
    script.write_text("\n".join(lines) + "\n")
    return script


def processor(process):
    """Milliseconds on a core so far, of a process and of those it started."""
    tick = os.sysconf("SC_CLK_TCK")
    children = pathlib.Path("/proc").glob("[0-9]*/stat")
    sum = 0
    for file in children:
        try:
            name, rest = file.parent.name, file.read_text().rsplit(")", 1)[1].split()
        except OSError:
            continue
        if int(name) == process or int(rest[1]) == process:
            # Its own time, and that of children it has waited for.
            sum += int(rest[11]) + int(rest[12]) + int(rest[13]) + int(rest[14])
    return sum * 1e3 / tick
