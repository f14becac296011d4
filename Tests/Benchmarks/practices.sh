#!/bin/sh
# Words per minute of speech and share of silence of every practice, at four lengths, as a table.
# Run from the package's folder after `swift build`; another build's program may be named.
set -eu
kindly=${1:-.build/debug/kindly}

echo "| practice | words | speech | words a minute | shortest | 5 | 10 | 20 | 45 min |"
echo "|---|---|---|---|---|---|---|---|---|"
for file in Sessions/*.practice; do
  name=$(basename "$file" .practice)
  spoken=$("$kindly" timeline "$name" --length 45m | awk '
    $3 == "speech" || $3 == "wish" {
      split($2, clock, ":"); seconds += clock[1] * 60 + clock[2]
      text = $0
      sub(/^ *[^ ]+ +[^ ]+ +[a-z]+ +/, "", text); sub(/  .*$/, "", text)
      words += split(text, parts, /[ ]+/)
    }
    END {
      if (words) printf "%d | %d:%02d | %.0f", words, seconds / 60, seconds % 60, words * 60 / seconds
      else printf "0 | 0:00 | –"
    }')
  shortest=$("$kindly" check "$name" --length 1s | sed -n 's/.* last from \([0-9:]*\) .*/\1/p')
  row="| $name | $spoken | $shortest"
  for minutes in 5 10 20 45; do
    share=$("$kindly" check "$name" --length ${minutes}m | sed -n 's/.*, \([0-9]* %\) silence.*/\1/p')
    row="$row | ${share:-–}"
  done
  echo "$row |"
done
