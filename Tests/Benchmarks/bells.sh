#!/bin/sh
# What bells cost, next to two yardsticks in the same run. Opt-in: timings mean little on a busy machine.
#
#   Tests/Benchmarks/bells.sh
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
swiftc -O -wmo -swift-version 6 -module-name Sound -o "$work/bells" \
  "$root"/Sources/Sound/*.swift "$root/Tests/Benchmarks/bells/main.swift"
"$work/bells"
