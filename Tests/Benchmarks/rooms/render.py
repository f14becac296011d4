"""An hour of practice to WAV with everything spoken already, beside the same hour put together from
ready parts, and beside plain zeros."""
import wave

from measure import WALL_AND_PROCESSOR, finish, in_turn, program


def sets(place):
    work, minutes = place.work, 5 if place.quick else 60
    whole, begin, middle, end = (work / f"{name}.wav" for name in ("whole", "begin", "middle", "end"))
    render = [place.kindly, "render", "metta", "--length", f"{minutes}m", "--quiet", "--force", "-o"]
    finish(*render, whole)
    with wave.open(str(whole)) as file:
        ten = 10 * 48_000
        write(begin, file.readframes(ten))
        file.setpos(file.getnframes() - ten)
        write(end, file.readframes(ten))
        write(middle, bytes(4 * (file.getnframes() - 2 * ten)))
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


def write(path, samples):
    """A WAV of 16-bit stereo at 48 kHz."""
    with wave.open(str(path), "wb") as file:
        file.setnchannels(2)
        file.setsampwidth(2)
        file.setframerate(48_000)
        file.writeframes(samples)
