"""The synthesis of bells."""
from measure import kernel


def sets(place):
    return kernel(place, "Bells", modules=["KindlyBase"],
                  sources=sorted((place.root / "Sources/KindlySound").rglob("*.swift")))
