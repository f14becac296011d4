"""Worker processes: what a phrase takes from one that is there, died or hung, and what they hold."""
import json
import subprocess

from measure import Row, finish, missing, sets as gathered


def sets(place):
    binary = place.build / "KindlySpeakingBenchmark"
    if not binary.exists():
        raise SystemExit(f"there is no {binary}: swift build -c release --product KindlySpeakingBenchmark makes it")
    quick = ["--quick"] if place.quick else []
    said = subprocess.run([binary, *quick], check=True, capture_output=True, text=True).stdout
    rows = [Row(**json.loads(line)) for line in said.splitlines()]
    alone = [1e3 * finish("espeak-ng", "-w", "/dev/null", "May I be safe.")[0]
             for _ in range(place.times(20, 3))] if not missing("espeak-ng") else []
    rows.append(Row(rows[0].set, "espeak-ng -w", "ms", alone, True, missing("espeak-ng") or ""))
    return gathered(rows)
