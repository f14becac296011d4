"""The most memory that rendering takes, by the length of the session."""
from measure import in_turn, most_memory


def sets(place):
    def most(*words):
        def measure():
            return most_memory(*words)[1:]
        return measure

    def render(length):
        return most(place.kindly, "render", "metta", "--length", length, "--quiet", "-o", "/dev/null",
                    "--loudness", "off")

    lengths = [("1 hour", "1h")] if place.quick else [("1 hour", "1h"), ("8 hours", "8h")]
    return in_turn(
        "memory of a render", [("most", "MB")], [(f"kindly, {name}", render(length)) for name, length in lengths],
        [("kindly, 10 minutes", render("10m")), ("kindly --version", most(place.kindly, "--version"))],
        place.times(3, 1))
