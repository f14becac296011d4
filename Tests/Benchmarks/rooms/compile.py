"""Reading a practice and composing it, in memory, with speech of a known length."""
from measure import kernel


def sets(place):
    # The library's own first practice again and again, up to 1 MiB; pins come only once.
    metta = place.root / "Sessions/metta.practice"
    lines = metta.read_text().splitlines(keepends=True)
    body = "".join(line for line in lines[lines.index("\n"):] if "until" not in line and "bell at" not in line)
    long = place.work / "long.practice"
    long.write_text("Title: A long day\n\n" + body * ((1_048_576 - 100) // len(body.encode())))
    return kernel(place, "Compile", metta, long, place.root / "Sessions/Phrases/classic.phrases", sources=[], 
                  modules=["KindlyBase", "KindlyLanguage", "KindlyTimeline", "KindlyCompiler"])
