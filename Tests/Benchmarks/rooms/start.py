"""How long a program takes that has nothing to do."""
from measure import WALL_AND_PROCESSOR, in_turn, program


def sets(place):
    return in_turn(
        "start-up", WALL_AND_PROCESSOR, [("kindly --version", program(place.kindly, "--version"))],
        [("/bin/true", program("/bin/true")), ("sox --version", program("sox", "--version"))],
        place.times(30))
