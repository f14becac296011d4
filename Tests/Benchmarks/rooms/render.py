"""An hour of practice to WAV with everything spoken already, beside the same hour put together from
ready parts, and beside plain zeros."""
from measure import WALL_AND_PROCESSOR, finish, in_turn, program


def sets(place):
    work, minutes = place.work, 5 if place.quick else 60
    whole, begin, middle, end = (work / f"{name}.wav" for name in ("whole", "begin", "middle", "end"))
    render = [place.kindly, "render", "metta", "--length", f"{minutes}m", "--quiet", "--force", "-o"]
    finish(*render, whole)
    finish("sox", whole, begin, "trim", 0, 10)
    finish("sox", whole, end, "trim", -10)
    finish("sox", "-n", "-r", 48_000, "-c", 2, "-b", 16, middle, "trim", 0, 60 * minutes - 20)
    (work / "parts").write_text("".join(f"file '{part}'\n" for part in (begin, middle, end)))
    zeros = f"head -c {whole.stat().st_size} /dev/zero > '{work}/zeros'"
    out = work / "out.wav"

    def forget():
        (work / "cache/kindly/loudness").unlink(missing_ok=True)

    yield from in_turn(
        f"{minutes} minutes to WAV", WALL_AND_PROCESSOR,
        [("kindly, for the first time", program(*render, out, before=forget)),
         ("kindly, again", program(*render, out)),
         ("kindly, loudness as written", program(*render, out, "--loudness", "off")),
         ("kindly, to /dev/null", program(*render, "/dev/null", "--loudness", "off"))],
        [("sox, ready parts", program("sox", begin, middle, end, out)),
         ("ffmpeg, ready parts", program(
             "ffmpeg", "-v", "error", "-y", "-f", "concat", "-safe", "0", "-i", work / "parts", "-c", "copy", out)),
         ("zeros, written", program("sh", "-c", zeros)),
         ("zeros, on the disk", program("sh", "-c", f"{zeros}; sync '{work}/zeros'"))],
        place.times(5))
    for file in (whole, middle, out, work / "zeros"):
        file.unlink(missing_ok=True)
