"""Prints llvm-cov's summary by module; fails where too few lines are reached."""

import collections
import json
import sys

root = sys.argv[1] + "/Sources/"
# What must hardly miss a line: the language, composing, and the door to the file system.
CLOSELY = ["KindlyLanguage", "KindlyCompiler", "KindlyFiles"]
LEAST = {"all": 95, **{module: 98 for module in CLOSELY}}

modules = collections.defaultdict(lambda: [0, 0])
misses = []
for file in json.load(sys.stdin)["data"][0]["files"]:
    if not file["filename"].startswith(root):
        continue
    name = file["filename"][len(root):]
    lines = file["summary"]["lines"]
    module = name.split("/")[0]
    for group in [modules[module], modules["all"]]:
        group[0] += lines["covered"]
        group[1] += lines["count"]
    missed = lines["count"] - lines["covered"]
    if missed and module in CLOSELY:
        misses.append((name, missed))

share = {name: 100 * reached / count for name, (reached, count) in modules.items() if count}
for name in sorted(share, key=lambda name: (name == "all", name)):
    print(f"{name:20} {modules[name][0]:6} of {modules[name][1]:6} lines {share[name]:6.2f} %")
for name, missed in sorted(misses):
    print(f"  {name}: {missed} missed")
failed = [f"{name} is below {least} %." for name, least in LEAST.items() if share.get(name, 0) < least]
print("\n".join(failed), end="\n" if failed else "")
sys.exit(bool(failed))
