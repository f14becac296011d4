"""Playing to a paced device: how soon the first sound is heard, and what a second of it costs."""
import shutil
import time

import playing
from measure import finish, in_turn, missing


def sets(place):
    practice = place.work / "steady.practice"
    lines = "".join(f"Breath number {count} comes and goes by itself. [pause 1s]\n" for count in range(1, 31))
    practice.write_text(f"Title: Steady\nBell: none\n\n{lines}\n# Silence\n[pause 10 minutes]\n\nThank you.\n")
    wave, cache = place.work / "steady.wav", place.work / "cache"
    finish(place.kindly, "render", practice, "-o", wave, "--quiet", "--force")

    def kindly(device, *options):
        return [place.kindly, "play", practice, "--quiet", "--device", device, *options]

    def aplay(device):
        return ["aplay", "-q", "-D", device, "--period-time=50000", "--buffer-time=250000", wave]

    def mpv(device):
        return ["mpv", "--no-config", "--no-video", "--really-quiet", "--ao=alsa",
                f"--audio-device=alsa/{device}", wave]

    def first(words, before=None):
        def measure():
            if before:
                before()
            with playing.Player(place, words) as player:
                return (player.first_sound() * 1e3,)
        return measure

    def forget():
        shutil.rmtree(cache, ignore_errors=True)

    yield from in_turn(
        "from the command to the first sound", [("", "ms")],
        [("kindly play, nothing kept", first(kindly, forget)), ("kindly play, kept", first(kindly))],
        [("aplay of the WAV", missing("aplay") or first(aplay)), ("mpv of the WAV", missing("mpv") or first(mpv))],
        place.times(7, 1))

    seconds = 2 if place.quick else 10

    def cost(words):
        def measure():
            with playing.Player(place, words) as player:
                player.first_sound()
                time.sleep(1)  # The beginning is not what is measured.
                return player.cost(seconds)
        return measure

    yield from in_turn(
        f"playing for {seconds} s", [("wake-ups", "a second"), ("processor", "% of a core")],
        [("kindly play, speech", cost(kindly)),
         ("kindly play, silence", cost(lambda device: kindly(device, "--from", "Silence")))],
        [("aplay", missing("aplay") or cost(aplay)), ("mpv", missing("mpv") or cost(mpv))],
        place.times(3, 1))
