"""What VS Code's grammar makes of each line's first word, by a TextMate engine:
textmate.py GRAMMAR SAMPLE GROUPS

Writes the file that colours.py looks at. Needs textmate-grammar-python, which has VS Code's rules and
the same regular expressions (Oniguruma).
"""
import json
import logging
import pathlib
import sys

from textmate_grammar.parsers.base import LanguageParser

logging.disable(logging.CRITICAL)
grammar, sample, groups = sys.argv[1:]
scopes = {"markup.heading": "kindlyHeading", "keyword.other.key": "kindlyKey", "keyword.control.cue": "kindlyCue",
          "invalid.illegal": "kindlyUnknown", "markup.quote": "kindlyWish", "comment.line": "kindlyNote"}
rules = json.loads(pathlib.Path(grammar).read_text())
# What the engine wants beside what VS Code reads.
parser = LanguageParser({"uuid": "0", "name": "kindly", "repository": {}} | rules)


def group(line):
    if not line.strip():
        return ""
    first = len(line) - len(line.lstrip())
    for (_, column), text, told in parser.parse_string(line + "\n").flatten():
        if column <= first < column + max(1, len(text)):
            for scope in reversed(told):
                for start, name in scopes.items():
                    if scope.startswith(start):
                        return name
    return ""


lines = pathlib.Path(sample).read_text().split("\n")
pathlib.Path(groups).write_text("\n".join(["kindly", *(f"{group(line)} {line}" for line in lines)]))
