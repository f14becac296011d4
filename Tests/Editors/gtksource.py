"""What GtkSourceView, which GNOME Text Editor and gedit draw with, takes each line's first word for:
gtksource.py FOLDER-OF-THE-LANGUAGE SAMPLE GROUPS

Writes the file that colours.py looks at. Each style gets a colour of its own, by which it is known again.
"""
import pathlib
import sys
import tempfile

import gi

gi.require_version("GtkSource", "4")
from gi.repository import GtkSource

folder, sample, groups = sys.argv[1:]
styles = ["note", "heading", "key", "cue", "unknown", "value", "wish", "escape"]
names = {f"#0000{number + 1:02x}": f"kindly{style.capitalize()}" for number, style in enumerate(styles)}
with tempfile.TemporaryDirectory() as schemes:
    rows = "".join(f'<style name="kindly:{style}" foreground="{colour}"/>'
                   for style, colour in zip(styles, names))
    pathlib.Path(schemes, "told.xml").write_text(
        f'<style-scheme id="told" name="told" version="1.0">{rows}</style-scheme>')
    manager = GtkSource.StyleSchemeManager()
    manager.set_search_path([schemes])
    scheme = manager.get_scheme("told")
languages = GtkSource.LanguageManager()
languages.set_search_path([folder, *languages.get_search_path()])
language = languages.guess_language(sample)
buffer = GtkSource.Buffer(language=language, style_scheme=scheme)
buffer.set_text(pathlib.Path(sample).read_text())
buffer.ensure_highlight(*buffer.get_bounds())


def group(line):
    place = buffer.get_iter_at_line(line)
    while not place.ends_line() and place.get_char().isspace():
        place.forward_char()
    for tag in reversed(place.get_tags()):
        colour = tag.props.foreground_rgba
        if colour and (name := names.get("#0000%02x" % round(colour.blue * 255))):
            return name
    return ""


lines = buffer.props.text.split("\n")
pathlib.Path(groups).write_text("\n".join(
    [language.get_id(), *(f"{group(number)} {text}" for number, text in enumerate(lines))]))
