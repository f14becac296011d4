#!/bin/sh
# Feeds every reader with mutated files under AddressSanitizer, one after another.
#
# Usage: Tests/Fuzz/fuzz.sh [SECONDS] [FOLDER] [TARGET…]
#   SECONDS  for each target, 60 unless given
#   FOLDER   where corpus, log and findings of each target stay; a new one unless given
#   TARGET   Language, Import, Library, Narration, Recording; all of them unless given
# The seeds are the library's texts, the golden sources and the hostile files.
set -eu
seconds=${1:-60}
root=$(cd "$(dirname "$0")/../.." && pwd)
work=${2:-$(mktemp -d)}
[ $# -gt 2 ] && shift 2 || set -- Language Import Library Narration Recording
mkdir -p "$work" && cd "$work"
# Modules of an earlier run may be of other sources.
rm -f ./*.o ./*.swiftmodule
# The backtracer of the runtime would keep pipes open after a finding; and libsndfile loses memory
# over damaged sound now and then, which is not ours.
export SWIFT_BACKTRACE=enable=no ASAN_OPTIONS=detect_leaks=0

flags="-O -parse-as-library -package-name kindly -swift-version 6 -sanitize=fuzzer,address -I . -I include
  -Xcc -I$root/Sources/CKindlyLibraries/include
  -enable-upcoming-feature ExistentialAny -enable-upcoming-feature InternalImportsByDefault
  -enable-upcoming-feature MemberImportVisibility"

# module NAME FILE…: compiles a module, open to its target as to a test.
module() {
  name=$1
  shift
  [ -f "$name.o" ] || swiftc $flags -wmo -enable-testing -module-name "$name" -emit-module \
    -emit-module-path "$name.swiftmodule" -c "$@" -o "$name.o"
}

# ours NAME: a module as it lies under Sources.
ours() { module "$1" $(find "$root/Sources/$1" -name '*.swift'); }

# texts NAME: Sessions or Voices without any text: what is built in is not read from outside.
texts() {
  echo 'public let texts: [Text] = []' >"$1.none.swift"
  module "$1" "$root/${1#Kindly}/Text.swift" "$1.none.swift"
}

# c_library NAME: the headers of a C library, and what we call it by.
c_library() {
  headers=$root/Sources/$1
  [ ! -d "$headers/include" ] || headers=$headers/include
  rm -rf "include/$1"
  mkdir -p include && cp -r "$headers" "include/$1"
  for source in "$root/Sources/$1"/*.c; do
    [ ! -f "$source" ] || clang -c -g -O1 -fsanitize=address,fuzzer-no-link \
      -I "include/$1" -I "$root/Sources/CKindlyLibraries/include" "$source"
  done
}

# seeds TARGET PATTERN…: copies the files of the project that match.
seeds() {
  corpus=$1/corpus
  shift
  mkdir -p "$corpus"
  for pattern in "$@"; do
    find "$root/Sessions" "$root/Voices" "$root/Tests" -type f -name "$pattern" -size -16k
  done | while read -r file; do cp "$file" "$corpus/$(echo "${file#"$root"/}" | tr / -)"; done
}

build() {
  case $1 in
  Language)
    ours KindlyBase
    ours KindlyLanguage
    objects='KindlyBase.o KindlyLanguage.o'
    seeds Language '*.practice' '*.course' '*.phrases' '*.profile' '*.voice' '*.bell' '*.golden'
    ;;
  Import)
    for name in CKindlyXML CKindlyZip CKindlyYAML; do c_library $name; done
    for name in KindlyBase KindlyLanguage KindlyTimeline KindlyImport; do ours $name; done
    objects='KindlyBase.o KindlyLanguage.o KindlyTimeline.o KindlyImport.o xml.o zip.o yaml.o -ldl'
    seeds Import '*.script' '*.practice'
    ;;
  Library)
    for name in KindlyBase KindlyFiles KindlyLanguage KindlyTimeline KindlyMessages KindlyClients; do
      ours $name
    done
    for name in KindlySessions KindlyVoices; do texts $name; done
    ours KindlyLibrary
    objects='KindlyBase.o KindlyFiles.o KindlyLanguage.o KindlyTimeline.o KindlyMessages.o KindlyClients.o
      KindlySessions.o KindlyVoices.o KindlyLibrary.o'
    seeds Library '*.jsonl' '*.progress' '*.place' '*.profile'
    ;;
  Narration)
    for name in CKindlySndFile CKindlyESpeakNG; do c_library $name; done
    for name in KindlyBase KindlyFiles KindlyMessages KindlySound KindlySpeech; do ours $name; done
    objects='KindlyBase.o KindlyFiles.o KindlyMessages.o KindlySound.o KindlySpeech.o espeak.o start.o
      confine.o sndfile.o descriptor.o -ldl'
    seeds Narration '*.clip' '*.wav' '*.flac'
    ;;
  Recording)
    for name in CKindlySndFile CKindlyEncoders CKindlyPNG; do c_library $name; done
    for name in KindlyBase KindlyTimeline KindlySound KindlyRecording; do ours $name; done
    objects='KindlyBase.o KindlyTimeline.o KindlySound.o KindlyRecording.o sndfile.o descriptor.o flac.o lame.o
      opus.o vorbis.o png.o -ldl'
    seeds Recording '*.wav' '*.flac'
    # Small files of every kind that we write ourselves, where the tools to make them are installed.
    for ending in mp3 opus ogg; do
      [ -f "Recording/corpus/small.$ending" ] || ffmpeg -v error -f lavfi -i sine=d=0.2 \
        -metadata title=Rain -metadata comment=Kind "Recording/corpus/small.$ending" || :
    done
    ;;
  esac
  swiftc $flags "$root/Tests/Fuzz/$1/Target.swift" $objects -o "$1/fuzz" 2>"$1/link.log" ||
    { cat "$1/link.log"; exit 1; }
}

failed=
for target in "$@"; do
  mkdir -p "$target/corpus" "$target/findings"
  build "$target"
  "$target/fuzz" -max_total_time="$seconds" -max_len=4096 -timeout=10 -rss_limit_mb=2048 \
    -detect_leaks=0 -print_final_stats=1 -artifact_prefix="$target/findings/" \
    "$target/corpus" >"$target/fuzz.log" 2>&1 || {
    tail -n 30 "$target/fuzz.log"
    echo "A finding is in $work/$target/findings" >&2
    failed="$failed $target"
  }
  runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$target/fuzz.log" | tail -n 1)
  echo "$target: ${runs:-?} runs, $(ls "$target/findings" | wc -l) findings"
done
[ -z "$failed" ]
