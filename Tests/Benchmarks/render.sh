#!/bin/sh
# An hour of practice to WAV with everything spoken already, beside the same hour put together by sox
# and by ffmpeg from ready parts, and beside plain zeros written to a file, all in the same run.
# Then the memory of a long render against a short one. Opt-in: wall time means little on a busy
# machine, so processor seconds are printed too.
#
#   Tests/Benchmarks/render.sh [KINDLY]
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
kindly=${1:-$root/.build/release/kindly}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

# Says a name, then wall, user and system seconds and the largest memory of a command.
measure() {
  name=$1
  shift
  printf '%-34s' "$name"
  python3 - "$@" <<'PYTHON'
import os, sys, time
begin = time.monotonic()
child = os.posix_spawnp(sys.argv[1], sys.argv[1:], os.environ,
                        file_actions=[(os.POSIX_SPAWN_OPEN, 2, "/dev/null", os.O_WRONLY, 0)])
_, status, use = os.wait4(child, 0)
wall = time.monotonic() - begin
print(f"{wall:7.2f} s  {use.ru_utime:6.2f} user  {use.ru_stime:6.2f} sys  {use.ru_maxrss // 1024:5d} MB"
      + ("" if status == 0 else f"  FAILED {status}"))
PYTHON
}

"$kindly" render metta --length 60m -o warm.wav --quiet
size=$(stat -c %s warm.wav)

# The parts, ready: an hour of silence in the middle, ten seconds of sound at each end.
sox warm.wav begin.wav trim 0 10
sox warm.wav end.wav trim -10
sox -n -r 48000 -c 2 -b 16 middle.wav trim 0 3580
printf "file '%s'\n" "$work/begin.wav" "$work/middle.wav" "$work/end.wav" > parts

measure "kindly, an hour to WAV" "$kindly" render metta --length 60m -o a.wav --quiet
measure "kindly, loudness not measured" "$kindly" render metta --length 60m -o b.wav --quiet --loudness off
measure "kindly, to /dev/null" "$kindly" render metta --length 60m -o /dev/null --quiet --loudness off
measure "sox, three ready parts" sox begin.wav middle.wav end.wav c.wav
measure "ffmpeg, three ready parts" ffmpeg -v error -f concat -safe 0 -i parts -c copy d.wav
measure "head -c $size /dev/zero" sh -c "head -c $size /dev/zero > e"
measure "head and sync" sh -c "head -c $size /dev/zero > f; sync f"
rm -f ./*.wav e f
measure "kindly, ten minutes" "$kindly" render metta --length 10m -o g.wav --quiet
measure "kindly, eight hours to Opus" "$kindly" render metta --length 8h -o h.opus --quiet
measure "kindly, eight hours to /dev/null" "$kindly" render metta --length 8h -o /dev/null --quiet
