#!/bin/sh
# How fast the language is read: a practice of 1 MiB, next to plain reading of the file.
# Usage: Tests/Benchmarks/language.sh
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
swiftc -O -swift-version 6 -wmo -parse-as-library -module-name Practice -emit-module \
  -emit-module-path Practice.swiftmodule -c $(find "$root/Sources/Practice" -name '*.swift') \
  -o Practice.o
swiftc -O -swift-version 6 -I . "$root/Tests/Benchmarks/Language/main.swift" Practice.o -o bench

# The library's own first practice again and again, up to 1 MiB; pins come only once.
sed -n '/^$/,$p' "$root/Sessions/metta.practice" | grep -v -E 'until|bell at' >body
{
  printf 'Title: A long day\n\n'
  size=0
  each=$(wc -c <body)
  while [ $((size + each + 100)) -lt 1048576 ]; do
    cat body
    size=$((size + each))
  done
} >long.practice
./bench long.practice
