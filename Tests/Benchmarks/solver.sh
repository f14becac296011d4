#!/bin/sh
# Measures the length solver alone, optimised: Tests/Benchmarks/solver.sh
set -eu
cd "$(dirname "$0")/../.."
folder=$(mktemp -d)
trap 'rm -r "$folder"' EXIT
swiftc -O -wmo -swift-version 6 -o "$folder/solver" \
  Sources/Composing/Glue.swift Sources/Composing/Fill.swift Sources/Composing/Fit.swift \
  Tests/Benchmarks/Solver/main.swift
"$folder/solver"
