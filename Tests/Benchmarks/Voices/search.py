"""Hill climb of one narrator: `search.py NAME LANG START.voice MINUTES`; goes on where it stopped.

Objective: mean DistillMOS - 0.2 sd + 1.5 x log-probability of the right words + 0.25 x PLCMOS + 0.2 x P.808
- 0.15 x (loudest 400 ms above 2.8 LU) - 0.05 x (words a minute outside 92-102). A candidate is first heard in
four sentences, then in eight more, and dropped as soon as it is behind."""
import json, random, sys, time, copy
from judge import *

# name: (low, high, step); lists in a variant row
ROWS = {
  "echo": [(0, 60, 5), (0, 70, 6)],
  "pitch": [(50, 230, 5), (70, 340, 7)],
  "flutter": [(0, 15, 2)],
  "roughness": [(0, 4, 1)],
  "voicing": [(60, 180, 10)],
  "consonants": [(60, 220, 12), (50, 220, 15)],
  "intonation": [(1, 4, 1)],
  "breath": [(0, 8, 1)] * 8,
  "tone": [(300, 900, 60), (60, 255, 20), (900, 1800, 100), (60, 255, 15), (1800, 2600, 100), (60, 255, 15), (2600, 4000, 150), (60, 255, 15)],
  "stressAdd": [(-40, 160, 10)] * 8,
  "stressAmp": [(10, 25, 1)] * 8,
}
for i in range(9): ROWS["formant %d" % i] = [(75, 150, 4), (40, 190, 9), (60, 190, 9)]
TONE = {"Hz": 0.08, "dB": 0.9, "Q": 0.15}

def parse(voice):
    rows = {}
    for line in voice["variant"]:
        p = line.split()
        k = " ".join(p[:2]) if p[0] == "formant" else p[0]
        rows[k] = [int(float(x)) for x in p[(2 if p[0] == "formant" else 1):]]
    return rows

def build(rows):
    return [k + " " + " ".join(str(x) for x in v) for k, v in rows.items()]

DEFAULT = {"flutter": [2], "voicing": [100], "consonants": [100, 100], "breath": [0] * 8, "intonation": [1],
  "tone": [600, 170, 1200, 135, 2000, 110, 3000, 110], "stressAdd": [0] * 8, "stressAmp": [18, 18, 20, 20, 20, 22, 22, 20], "echo": [0, 0]}

def mutate(v, fixed=()):
    w = copy.deepcopy(v); rows = parse(w)
    for _ in range(random.choice([1, 1, 2, 2, 3, 4, 6])):
        kind = random.random()
        if kind < 0.10: w["pitch"] = int(min(70, max(0, w["pitch"] + random.gauss(0, 4))))
        elif kind < 0.16: w["rate"] = float(min(130, max(80, w["rate"] + random.gauss(0, 4))))
        elif kind < 0.19: w["gap"] = min(4, max(0, w.get("gap", 0) + random.choice([-1, 1])))
        elif kind < 0.22: w["reverb"] = round(min(-16, max(-40, (w.get("reverb") or -30) + random.gauss(0, 3))), 1)
        elif kind < 0.40 and w.get("tone"):
            i = random.randrange(len(w["tone"])); t = w["tone"][i]
            unit = random.choice([u for u in TONE if re.search(u, t)])
            if unit == "Hz": t = re.sub(r"([\d.]+) Hz", lambda m: "%d Hz" % min(11000, max(60, float(m[1]) * math.exp(random.gauss(0, TONE["Hz"])))), t)
            elif unit == "dB": t = re.sub(r"([+-][\d.]+) dB", lambda m: "%+.1f dB" % min(9, max(-9, float(m[1]) + random.gauss(0, TONE["dB"]))), t)
            else: t = re.sub(r"Q ([\d.]+)", lambda m: "Q %.2f" % min(4, max(.4, float(m[1]) * math.exp(random.gauss(0, TONE["Q"])))), t)
            w["tone"][i] = t
        else:
            k = random.choice([k for k in list(ROWS) if k not in fixed])
            if k not in rows: rows[k] = list(DEFAULT.get(k, [100, 100, 100] if k.startswith("formant") else []))
            if not rows[k]: continue
            if k.startswith("formant") and len(rows[k]) < 3: rows[k] = (rows[k] + [100, 100, 100])[:3]
            i = random.randrange(min(len(rows[k]), len(ROWS[k])))
            lo, hi, st = ROWS[k][i]
            rows[k][i] = int(round(min(hi, max(lo, rows[k][i] + random.choice([-1, 1]) * max(0.6, abs(random.gauss(0, st)))))))
            if k == "pitch" and rows[k][1] < rows[k][0] + 15: rows[k][1] = rows[k][0] + 15
    w["variant"] = build(rows)
    return w

def score(parts):
    return (parts["mos"] - 0.2 * parts["sd"] + 1.5 * parts["like"] + 0.25 * parts["plc"] + 0.2 * parts["p808"]
            - 0.15 * max(0, parts["over"] - 2.8) - 0.05 * max(0, abs(parts["wpm"] - 97) - 5))

def p808(J, waves):
    if getattr(J, "p8", None) is None:
        import onnxruntime as ort, librosa
        o = ort.SessionOptions(); o.intra_op_num_threads = o.inter_op_num_threads = 1
        J.p8 = ort.InferenceSession(os.path.join(os.path.dirname(ort.__file__), "..", "speechmos/dnsmos_models/model_v8.onnx"), o)
    import librosa
    out = []
    for w in waves:
        x = w / np.abs(w).max() * 0.7
        n = int(9.01 * 16000)
        while len(x) < n: x = np.append(x, x)
        mel = librosa.feature.melspectrogram(y=x[:n - 160], sr=16000, n_fft=321, hop_length=160, n_mels=120)
        mel = (librosa.power_to_db(mel, ref=np.max) + 40) / 40
        out.append(float(J.p8.run(None, {"input_1": mel.T[None].astype(np.float32)})[0][0][0]))
    return np.array(out)

def measure(J, v, texts):
    waves, wpm, over = spoken(v, texts)
    like = J.likelihood(waves, texts)
    m = J.distill(waves)
    return {"wpm": wpm, "over": over, "like": like, "mos": float(m.mean()), "sd": float(m.std()), "plc": float(J.plcmos(waves).mean()), "p808": float(p808(J, waves).mean())}

def main():
    name, lang, start, minutes = sys.argv[1], sys.argv[2], sys.argv[3], float(sys.argv[4])
    os.makedirs(KEPT + "/results", exist_ok=True)
    path = f"{KEPT}/results/{name}.json"
    S = sentences(lang); J = Judge(lang)
    n = len(S); stages = [S[:4], S[4:12], S[12:]] if n > 16 else [S[:4], S[4:]]
    weights = [len(x) / n for x in stages]
    state = json.load(open(path)) if os.path.exists(path) else {"voice": dict(read_voice(start)), "tried": 0, "kept": 0, "log": []}
    best = Voice(state["voice"])
    random.seed(state["tried"] * 7919 + len(name))
    parts = [measure(J, best, x) for x in stages]; bs = [score(p) for p in parts]
    mean = lambda ps: {k: round(float(sum(w * p[k] for w, p in zip(weights, ps))), 3) for k in ps[0]}
    whole = lambda xs: float(sum(w * x for w, x in zip(weights, xs)))
    print(name, "start %.3f" % whole(bs), mean(parts), flush=True)
    end = time.time() + minutes * 60
    fixed = tuple(sys.argv[5].split(",")) if len(sys.argv) > 5 else ()
    while time.time() < end:
        c = Voice(mutate(best, fixed)); state["tried"] += 1
        cp, cs, ahead = [], [], 0
        try:
            for i, x in enumerate(stages):
                cp.append(measure(J, c, x)); cs.append(score(cp[-1]))
                ahead += weights[i] * (cs[i] - bs[i])
                if ahead < (-0.002, 0.0, 0.004)[min(i, 2)]: break
        except Exception as e:
            print("failed", e, flush=True); continue
        if len(cs) < len(stages) or ahead < 0.004: continue
        best, bs, parts = c, cs, cp
        state["kept"] += 1; state["voice"] = dict(best); state["parts"] = mean(parts)
        state["log"].append([state["tried"], round(whole(bs), 3), mean(parts)])
        with open(path + ".new", "w") as f: json.dump(state, f, indent=1, default=float)
        os.replace(path + ".new", path)
        print(name, time.strftime("%H:%M"), "tried", state["tried"], "score %.3f" % whole(bs), mean(parts), flush=True)
    state["voice"] = dict(best)
    with open(path + ".new", "w") as f: json.dump(state, f, indent=1, default=float)
    os.replace(path + ".new", path)
    print(name, "end", state["tried"], state["kept"], flush=True)

if __name__ == "__main__": main()
