"""changes.py LANGUAGE START.voice [CHANGE...]: mean log-probability of the right words for a voice file and for each change of it.

A CHANGE is rows, Pitch, Speed (espeak-ng's own), Word gap, Compression, Reverb or a filter more, apart by semicolons:
"voicing 80; Pitch: 35; Word gap: 20 ms; Reverb: -26 dB; Tone+high shelf 5000 Hz +5 dB". "-formant" leaves a kind of
row out. "mos" among the changes adds DistillMOS, PLCMOS and P.808 of twelve sentences. The sentences are those of the
search, so that heard.py can judge what was chosen."""
import sys
from judge import *


def changed(voice, change):
    new = Voice({**voice, "variant": list(voice["variant"])})
    for part in filter(None, (p.strip() for p in change.split(";"))):
        if part.startswith("-"): new["variant"] = [r for r in new["variant"] if not r.startswith(part[1:])]
        elif part.startswith("Pitch:"): new["pitch"] = int(part[6:])
        elif part.startswith("Speed:"): new["rate"] = float(part[6:])
        elif part.startswith("Word gap:"): new["gap"] = int(part[9:].split()[0]) // 10
        elif part.startswith("Compression:"): new["compression"] = float(part[12:].split(":")[0])
        elif part.startswith("Reverb:"): new["reverb"] = float(part[7:].split()[0])
        elif part.startswith("Tone+"): new["tone"] = [*voice["tone"], part[5:]]
        else:
            words = part.split(); kind = " ".join(words[:2 if words[0] == "formant" else 1]) + " "
            new["variant"] = [r for r in new["variant"] if not r.startswith(kind)] + [part]
    return new


language, start = sys.argv[1:3]
voice = read_voice(start); texts = sentences(language); judge = Judge(language)
for change in ["", *(c for c in sys.argv[3:] if c != "mos")]:
    waves, wpm, loudest = spoken(changed(voice, change), texts)
    likelihood = judge.likelihood(waves, texts)
    quality = ""
    if "mos" in sys.argv:
        import search
        some = waves[:12]
        quality = "%.2f / %.2f / %.2f  " % (judge.distill(some).mean(), judge.plcmos(some).mean(), search.p808(judge, some).mean())
    print("%.3f  %3.0f words a minute  loudest +%.1f LU  %s%s" % (likelihood, wpm, loudest, quality, change or "as it is"), flush=True)
