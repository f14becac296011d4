#!/bin/sh
# Feeds the language reader, the formatter and the importer with mutated files under
# AddressSanitizer. Usage: Tests/Fuzz/language.sh [SECONDS] [FOLDER]
# The seeds are the library's texts and the golden sources; findings stay in FOLDER.
set -eu
seconds=${1:-60}
root=$(cd "$(dirname "$0")/../.." && pwd)
work=${2:-$(mktemp -d)}
mkdir -p "$work/corpus" "$work/findings"
cd "$work"

find "$root/Sessions" "$root/Tests/PracticeTests" -type f \
  \( -name '*.practice' -o -name '*.course' -o -name '*.phrases' -o -name '*.golden' \) |
  while read -r file; do
    cp "$file" "corpus/$(echo "${file#"$root"/}" | tr / -)"
  done

flags="-O -parse-as-library -swift-version 6 -sanitize=fuzzer,address"
swiftc $flags -wmo -module-name Practice -emit-module -emit-module-path Practice.swiftmodule \
  -c $(find "$root/Sources/Practice" -name '*.swift') -o Practice.o
swiftc $flags -I . "$root/Tests/Fuzz/Language/Target.swift" Practice.o -o fuzz 2>link.log ||
  { cat link.log; exit 1; }

# The backtracer of the runtime would keep pipes open after a finding.
SWIFT_BACKTRACE=enable=no ./fuzz -max_total_time="$seconds" -max_len=1024 -timeout=10 \
  -rss_limit_mb=2048 -artifact_prefix=findings/ corpus >fuzz.log 2>&1 || {
  tail -n 30 fuzz.log
  echo "A finding is in $work/findings" >&2
  exit 1
}
grep -E 'stat::|DONE' fuzz.log || tail -n 3 fuzz.log
