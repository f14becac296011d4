"""Opens a file in nano on a terminal of its own and looks at the colours: nano.py NANORC FILE"""
import os
import re
import subprocess
import sys
import time

rules, path = sys.argv[1:]
lines = open(path, encoding="utf-8").read().rstrip("\n").split("\n")
with open("nanorc", "w", encoding="utf-8") as file:
    file.write(f'include "{rules}"\n')
tmux = ["tmux", "-f", "/dev/null", "-S", os.path.realpath("nano.socket")]
height = str(len(lines) + 10)
subprocess.run(
    [*tmux, "new-session", "-d", "-x", "120", "-y", height, "nano", "--rcfile", "nanorc", "--view", path],
    check=True, timeout=20, env={**os.environ, "LC_ALL": "C.UTF-8", "TERM": "xterm-256color"})
try:
    end = time.monotonic() + 15
    screen = []
    # The screen is whole when the last line is there.
    while not any("example.org" in line for line in screen):
        assert time.monotonic() < end, "nano shows no file:\n" + "\n".join(screen)
        time.sleep(0.1)
        screen = subprocess.run(
            [*tmux, "capture-pane", "-e", "-p"], check=True, timeout=20, capture_output=True,
            text=True).stdout.split("\n")
finally:
    subprocess.run([*tmux, "kill-server"], timeout=20)
# The colour in which each line begins; what is not said stays as it was.
drawn = {}
current = ""
for line in screen:
    parts = re.split(r"\x1b\[([0-9;]*)m", line)
    first = None
    for index, part in enumerate(parts):
        if index % 2:
            for code in part.split(";"):
                if code in ("", "0", "39"):
                    current = ""
                elif re.fullmatch(r"3[0-7]|9[0-7]", code):
                    current = code
        elif part and first is None:
            first = current
    drawn["".join(parts[::2]).rstrip()] = first
assert not any("Error in" in line or "Mistakes in" in line for line in drawn), list(drawn)[-4:]
counts = {"cue": 0, "key": 0}
for line in lines:
    if line.startswith("[") and not line.startswith("[repeet"):
        want, name = "33", "cue"
    elif line.endswith(": value"):
        want, name = "36", "key"
    else:
        continue
    assert drawn[line] == want, f"nano: {line!r} has the colour {drawn[line]!r}"
    counts[name] += 1
assert min(counts.values()) > 30, counts
print(f"nano: {counts['key']} keys and {counts['cue']} cues have their colours")
