"""Having phrases spoken: by kindly, which also finds and compiles the practice, and by the espeak-ng
program once for each phrase."""
import shutil

from measure import WALL_AND_PROCESSOR, in_turn, missing, program


def sets(place):
    who = ["I", "you", "my friend", "all beings", "everyone here", "those far away"]
    what = ["be safe", "be peaceful", "be kind to every mistake", "rest", "be at ease", "find shelter",
            "feel how the ground carries", "begin again"]
    phrases = [f"May {one} {other}." for one in who for other in what][: 12 if place.quick else 48]
    practice = place.work / "phrases.practice"
    practice.write_text("Title: Phrases\nBell: none\n\n" + "\n".join(phrases) + "\n")
    (place.work / "phrases").write_text("\n".join(phrases) + "\n")
    cache = place.work / "cache"

    def forget():
        shutil.rmtree(cache, ignore_errors=True)

    for lanes in (1, 2):
        cores = ["taskset", "-c", "0" if lanes == 1 else "0,1"]
        compose = [*cores, place.kindly, "timeline", practice]
        # One shell that starts espeak-ng for each line, as many at a time as there are lanes.
        by_line = [*cores, "sh", "-c",
                   f"xargs -d '\\n' -P {lanes} -n 1 espeak-ng -v en-us -s 130 -w /dev/null < '{place.work}/phrases'"]
        yield from in_turn(
            f"{len(phrases)} phrases on {lanes} core{'s'[:lanes - 1]}", WALL_AND_PROCESSOR,
            [("kindly, nothing kept", program(*compose, before=forget)), ("kindly, kept", program(*compose))],
            [("espeak-ng -w, each phrase", missing("espeak-ng") or program(*by_line))], place.times(7))
