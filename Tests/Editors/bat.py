"""Looks at what bat coloured: bat.py FILE"""
import re
import sys

colour = re.compile(r"\x1b\[([0-9;]*)m")
cues = set()
counts = {"cue": 0, "key": 0}
for line in open(sys.argv[1], encoding="utf-8"):
    text = colour.sub("", line).rstrip("\n")
    codes = [code for code in colour.findall(line) if code not in ("", "0")]
    if not text or text.startswith(("See https", "Bring")):
        continue
    if text.startswith("[repeet"):
        # A theme may have no colour for what is unknown; it must not be that of a cue.
        unknown = codes[0] if codes else None
        continue
    assert codes, f"bat: no colour in {text!r}"
    if text.startswith("["):
        cues.add(codes[0])
        counts["cue"] += 1
    elif text.endswith(": value"):
        counts["key"] += 1
assert len(cues) == 1 and unknown not in cues, (cues, unknown)
assert min(counts.values()) > 30, counts
print(f"bat: {counts['key']} keys and {counts['cue']} cues have their colours")
