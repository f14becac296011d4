"""heard.py NARRATOR LANGUAGE SENTENCES [mos]: words lost with a 95 % interval; with `mos`, predictors of quality too.

NARRATOR is one of the program's, a voice file that is spoken by espeak-ng without the program, or espeak:NAME, the bare
voice. Each line of SENTENCES is one sentence; `practices` takes the lines of every practice that comes with the program."""
import sys, random, unicodedata
import json
from judge import *
from num2words import num2words
import jiwer
KINDLY = os.environ.get("KINDLY", os.path.join(HERE, "../../../.build/debug/kindly"))
def escaped(text): return "".join("\\" + c if c in "\\[]{}#>/<*():" else c for c in text)
def program(voice, lang, texts):
    with tempfile.TemporaryDirectory() as d:
        p = d + "/t.practice"
        with open(p, "w") as f:
            f.write("Title: Test\nBell: none\nLanguage: %s\nVoice: %s\n\n%s\n" % (lang, voice, "\n\n".join(escaped(t) for t in texts)))
        j = json.loads(subprocess.run([KINDLY, "timeline", p, "--json", "--voice", voice], capture_output=True, check=True).stdout)
        subprocess.run([KINDLY, "render", p, "-o", d + "/t.wav", "--voice", voice], capture_output=True, check=True)
        y, rate = sf.read(d + "/t.wav"); y = y if y.ndim == 1 else y.mean(axis=1)
    ev = [e for e in j["events"] if e["kind"] == "speech"]
    out = [(e["text"], y[e["start"]:e["start"] + e["frames"]]) for e in ev]
    return [t for t, _ in out], [w for _, w in out]
def prepared(waves):
    w16, seconds, over = [], 0, []
    for y in waves:
        y, top = loudened(y); seconds += len(y) / 48000; over.append(top)
        w16.append(soxr.resample(y, 48000, 16000, "HQ").astype(np.float32))
    return w16, seconds, float(np.mean(over))
def practices(lang):
    """Every line that the shipped practices of a language say, once."""
    found = []
    for file in sorted(pathlib.Path(HERE, "../../../Sessions").glob("*.practice")):
        if re.search(rf"^Language: {lang}$", file.read_text(), re.M):
            said = subprocess.run([KINDLY, "record-list", file], capture_output=True, text=True).stdout
            found += [t for t in (l.split("\t")[1] for l in said.splitlines()) if t not in found]
    return found
def words(text, lang):
    """The words of a text as they are compared. Hindi is written with or without a nukta and with either sign of nasality."""
    t = unicodedata.normalize("NFC", text.lower()).replace("’", "'").replace("-", " ")
    if lang == "hi": t = t.replace("\u093c", "").replace("\u0901", "\u0902")
    t = re.sub(r"(\d+):(\d+)", r"\1 \2", t)
    t = re.sub(r"\d+", lambda m: " " + spelled(int(m[0]), lang) + " ", t)
    # A vowel sign of Devanagari belongs to its word, though \w leaves it out.
    t = "".join(c if c in "'_ " or c.isalnum() or unicodedata.category(c)[0] == "M" else " " for c in t)
    t = re.sub(r"\bo k\b|\bokay\b", "ok", t)
    return t.split()
def spelled(number, lang):
    try: return num2words(number, lang=lang).replace("-", " ")
    except NotImplementedError: return str(number)
def main():
    name, lang, path = sys.argv[1:4]
    texts = practices(lang) if path == "practices" else [l.strip() for l in open(path) if l.strip()]
    if "=" in name or name.endswith(".voice") and os.path.exists(name):
        v = read_voice(name.split("=")[-1]); waves = [loudened(trim(v.samples(t)))[0] for t in texts]
    elif name.startswith("espeak:"):
        v = Voice(voice=name[7:], rate=110); waves = [loudened(trim(v.samples(t)))[0] for t in texts]
    else: texts, waves = program(name, lang, texts)
    w16, seconds, over = prepared(waves)
    J = Judge(lang)
    total = sum(len(words(t, lang)) for t in texts)
    wrong = []; said = []
    for pack, heard in J.heard(w16):
        ref = words(" ".join(texts[i] for i in pack), lang); hyp = words(heard, lang)
        o = jiwer.process_words(" ".join(ref), " ".join(hyp) or "-")
        # A decoder that repeats one word for ever says nothing about the rest of the voice.
        wrong.append((min(len(ref), o.substitutions + o.deletions + o.insertions), len(ref)))
        said.append(heard)
    e = sum(a for a, _ in wrong); n = sum(b for _, b in wrong)
    rng = random.Random(1); bs = []
    for _ in range(2000):
        s = [wrong[rng.randrange(len(wrong))] for _ in wrong]; bs.append(100 * sum(a for a, _ in s) / sum(b for _, b in s))
    bs.sort()
    line = "%s %s words %d lost %.1f %% [%.1f, %.1f] wpm %.0f loudest +%.1f LU" % (name, lang, n, 100 * e / n, bs[50], bs[1949], total * 60 / seconds, over)
    if "mos" in sys.argv:
        import search
        pick = list(range(0, len(w16), max(1, len(w16) // 36)))[:36]; some = [w16[i] for i in pick]
        m = J.distill(some); p8 = search.p808(J, some)
        line += " mos %.2f (sd %.2f, min %.1f) plc %.2f p808 %.2f like %.3f" % (m.mean(), m.std(), m.min(), J.plcmos(some).mean(), p8.mean(), J.likelihood(some, [texts[i] for i in pick]))
    print(line, flush=True)
    if "said" in sys.argv: print("\n".join(said))
main()
