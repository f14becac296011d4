"""The synthesis of bells."""
from measure import kernel


def sets(place):
    return kernel(place, "Bells", sources=sorted((place.root / "Sources/KindlySound").glob("*.swift")))
