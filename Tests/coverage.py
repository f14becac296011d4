"""Prints llvm-cov's summary by module; fails where too few lines are reached."""

import collections
import json
import sys

root = sys.argv[1] + "/Sources/"
WHOLE = ["Practice", "Composing"]
WRITING = [
    "Recording/WholeFile.swift", "Recording/WholeFile+Name.swift", "Recording/FileSystem.swift",
    "Recording/Target.swift", "Recording/WAVSink.swift", "Recording/EncoderSink.swift",
    "Library/StateFile.swift", "Narration/FileSystem.swift", "kindly/Writing/AuthorFile.swift",
]

modules = collections.defaultdict(lambda: [0, 0])
writing = [0, 0]
misses = []
for file in json.load(sys.stdin)["data"][0]["files"]:
    if not file["filename"].startswith(root):
        continue
    name = file["filename"][len(root):]
    lines = file["summary"]["lines"]
    module = name.split("/")[0]
    groups = [modules[module], modules["all"]] + ([writing] if name in WRITING else [])
    for group in groups:
        group[0] += lines["covered"]
        group[1] += lines["count"]
    missed = lines["count"] - lines["covered"]
    if missed and (module in WHOLE or name in WRITING):
        misses.append((name, missed))

modules["file writing"] = writing
share = {name: 100 * reached / count for name, (reached, count) in modules.items() if count}
for name in sorted(share, key=lambda name: (name in ("all", "file writing"), name)):
    print(f"{name:14} {modules[name][0]:6} of {modules[name][1]:6} lines {share[name]:6.2f} %")
for name, missed in sorted(misses):
    print(f"  {name}: {missed} missed")
failed = share["all"] < 95 or any(share[name] < 100 for name in WHOLE + ["file writing"])
sys.exit(1 if failed else 0)
