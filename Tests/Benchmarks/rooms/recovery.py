"""How long it is quiet when a device fails: from the fault to sound."""
import playing
from measure import in_turn

FAULTS = [("an under-run", "at 48000 underrun", "underrun"),
          ("unplugged for 1 s", "at 48000 unplug 1000", "unplug"),
          ("stands still for a minute", "at 48000 stall 60000", "stall")]


def sets(place):
    practice = place.work / "bells.practice"
    practice.write_text("Title: Bells\nBell: bowl\n\n[bell, 9 times, 3s apart]\n")

    def quiet(script, fault):
        def measure():
            words = lambda device: [place.kindly, "play", practice, "--quiet", "--device", device]
            with playing.Player(place, words, script + "\n") as player:
                when = player.wait(fault)
                return ((player.wait("start", after=when) - when) / 1e6,)
        return measure

    return in_turn("from a fault of the device to sound", [("", "ms")],
                   [(name, quiet(script, fault)) for name, script, fault in FAULTS], [], place.times(3, 1))
