#!/bin/sh
# Runs every test and prints which part of our own lines they reach, for each module.
#
# Usage: Tests/coverage.sh [--report]
#   --report  prints the table of the last run again, without running anything
# Fails below 95 % of all lines, and below 98 % of the language, composing and the door to files. The
# studio's lines are reached by its page in Chromium, so without Chromium the whole is below.
#
# The built program runs in many tests as a child. All children count into one file that they share
# while they run, so what a child did is not lost when a signal ends it. Speech workers, which a
# narrator starts without an environment, count into the file that is named in the program itself.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
scratch=$root/.build-coverage
profiles=$scratch/profiles
cd "$root"
# Of the same toolchain: other versions can't read its profiles.
tools=$(dirname "$(realpath "$(command -v swift)")")

if [ "${1:-}" != --report ]; then
  rm -rf "$profiles" && mkdir -p "$profiles"
  SWIFT_BACKTRACE=enable=no KINDLY_PROFILES=$profiles \
    swift test --enable-code-coverage -Xswiftc -Xllvm -Xswiftc -runtime-counter-relocation \
    -Xcc -fprofile-instr-generate="$profiles/worker-%m%c.profraw" -Xcc -mllvm -Xcc -runtime-counter-relocation \
    --scratch-path "$scratch" >"$scratch/tests.log" 2>&1 ||
    { grep -aE '^✘|error:' "$scratch/tests.log" | head -n 40; echo 'Some tests failed.' >&2; }
  LLVM_PROFILE_FILE=$profiles/%m%c.profraw Tests/Studio/test.py "$scratch/debug/kindly" \
    >"$scratch/page.log" 2>&1 || { grep -v '^✔' "$scratch/page.log" >&2 || true; }
  "$tools/llvm-profdata" merge -sparse -o "$scratch/all.profdata" \
    "$profiles"/*.profraw "$scratch"/debug/codecov/*.profraw
fi

# The test runner holds every library; the program, the player's own code beside them.
"$tools/llvm-cov" export -summary-only -instr-profile "$scratch/all.profdata" \
  "$scratch"/debug/kindlyPackageTests.xctest -object "$scratch/debug/kindly" |
  python3 "$root/Tests/coverage.py" "$root"
