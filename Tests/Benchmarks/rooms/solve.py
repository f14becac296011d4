"""The length solver alone."""
from measure import kernel


def sets(place):
    sources = [place.root / "Sources/KindlyCompiler" / name for name in ("Glue.swift", "Fill.swift", "Fit.swift")]
    return kernel(place, "Solve", sources=sources)
