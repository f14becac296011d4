"""changes.py LANGUAGE START.voice [CHANGE...]: mean log-probability of the right words for a voice file and for each change of it.

A CHANGE is rows or Pitch, Speed and Word gap apart by semicolons: "voicing 80; Pitch: 35". "-formant" leaves a kind of
row out. The sentences are those of the search, so that heard.py can judge what was chosen."""
import sys
from judge import *


def changed(voice, change):
    new = Voice({**voice, "variant": list(voice["variant"])})
    for part in filter(None, (p.strip() for p in change.split(";"))):
        if part.startswith("-"): new["variant"] = [r for r in new["variant"] if not r.startswith(part[1:])]
        elif part.startswith("Pitch:"): new["pitch"] = int(part[6:])
        elif part.startswith("Speed:"): new["rate"] = float(part[6:])
        elif part.startswith("Word gap:"): new["gap"] = int(part[9:])
        else:
            words = part.split(); kind = " ".join(words[:2 if words[0] == "formant" else 1]) + " "
            new["variant"] = [r for r in new["variant"] if not r.startswith(kind)] + [part]
    return new


language, start = sys.argv[1:3]
voice = read_voice(start); texts = sentences(language); judge = Judge(language)
for change in ["", *sys.argv[3:]]:
    waves, wpm, loudest = spoken(changed(voice, change), texts)
    likelihood = judge.likelihood(waves, texts)
    print("%.3f  %3.0f words a minute  loudest +%.1f LU  %s" % (likelihood, wpm, loudest, change or "as it is"), flush=True)
