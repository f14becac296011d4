"""What the tests of the studio have in common: a short practice, and steps on its page."""

import os
import struct
import sys

PRACTICE = """Title: A short sitting
Bell: bowl

# Arriving
[bell]
Let your body settle. [4s]
Notice your breath.

# Closing
> May I be safe.
Thank you. [2s]
"""
EDITOR = "document.querySelector('.CodeMirror').CodeMirror"
HAS_PICTURE = "return document.querySelectorAll('#drawing .event').length > 3"
IS_KEPT = "return document.getElementById('standing').textContent"
PICTURES = next((argument.split("=", 1)[1] for argument in sys.argv if argument.startswith("--pictures=")), None)


class Skipped(Exception):
    """Why a test can't be run on this machine."""


def opened(studio, browser):
    browser.open(studio.address)
    browser.until(HAS_PICTURE, "a picture")


def second_window(studio, browser):
    """The same practice in another window, which is the one that is driven from now on."""
    window = browser.ask("POST", "/window/new", {"type": "window"})["handle"]
    browser.ask("POST", "/window", {"handle": window})
    browser.open(studio.root + "/")
    browser.until(HAS_PICTURE, "a picture")
    return window


def type_at(browser, line, column, text):
    browser.run(f"const e = {EDITOR}; e.focus(); e.setCursor({line}, {column})")
    browser.keys(text)


def text_of(browser):
    return browser.run(f"return {EDITOR}.getValue()")


def same_text(browser, wanted):
    browser.until(f"return {EDITOR}.getValue() === {wanted!r}", f"the text {wanted!r}")


def shot(browser, name):
    if PICTURES:
        browser.picture(os.path.join(PICTURES, name + ".png"))


def data_of(wave):
    at = wave.index(b"data")
    return wave[at + 8:at + 8 + struct.unpack("<I", wave[at + 4:at + 8])[0]]
