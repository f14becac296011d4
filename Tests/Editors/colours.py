"""Looks at what Vim took every line for: colours.py EDITOR FILE"""
import sys

editor, path = sys.argv[1:]
lines = open(path, encoding="utf-8").read().split("\n")
assert lines[0] == "kindly", f"{editor}: the file's type is {lines[0]!r}"
wanted = {"#": "kindlyHeading", ">": "kindlyWish", "[": "kindlyCue"}
seen = {name: 0 for name in ["kindlyKey", *wanted.values()]}
for line in filter(None, (line.rstrip() for line in lines[1:])):
    group, _, text = line.partition(" ")
    if not text:
        continue
    want = wanted.get(text[0]) or ("kindlyKey" if text.endswith(": value") else "")
    if text.startswith("[repeet"):
        want = "kindlyUnknown"
    assert group == want, f"{editor}: {text!r} is {group!r}, not {want!r}"
    if want in seen:
        seen[want] += 1
assert seen["kindlyKey"] > 30 and seen["kindlyCue"] > 30, seen
print(f"{editor}: {seen['kindlyKey']} keys and {seen['kindlyCue']} cues have their colours")
