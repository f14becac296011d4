#!/usr/bin/env python3
"""The pictures of the README, made by the real program: the studio, the player, and the picture of metta.

    Tests/Studio/pictures.py PROGRAM           # renews them
    Tests/Studio/pictures.py PROGRAM FOLDER    # makes them there, and says which are out of date

A picture is out of date when it shows other words than the program does now, or looks different in more
than a few places. Each holds its words, so no font or browser of another machine matters much.
"""

import base64
import html
import os
import re
import shutil
import struct
import subprocess
import sys
import tempfile
import time
import zlib

from studio import Studio, paced_device
from webdriver import Browser, Driver

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.realpath(__file__))))
KEPT = os.path.join(ROOT, "Sources", "Documentation", "pictures")
# The share of a picture's parts that may look different, and how different one must look: 0 to 255.
MOST_PARTS, LEAST_STEP = 0.05, 32


def page(studio, driver, theme):
    """The studio with metta: a picture, and the words of the page around the text."""
    with Browser(driver, size=(1280, 860)) as browser:
        browser.tools("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": theme}])
        browser.open(studio.address)
        browser.until("return document.querySelectorAll('#drawing .words').length > 3", "a picture", 30)
        browser.run("document.querySelector('.CodeMirror').CodeMirror.setCursor(11, 0)")
        browser.until("return document.getElementById('said').textContent.startsWith('Said')", "what is said", 30)
        browser.until("return document.querySelectorAll('#drawing polygon.wave').length > 3", "shapes of words", 30)
        words = browser.run("""return ['h1', '#file', '#standing', 'header button', 'header a', '#fields label', '#controls button', '#controls label', '#key summary']
          .flatMap((part) => [...document.querySelectorAll(part)]).map((one) => one.firstChild?.data ?? '').join('\\n')""")
        return screen(browser), words + "\n" + browser.run("return document.querySelector('.CodeMirror').CodeMirror.getValue()")


def player(studio, driver):
    """`kindly play metta` in a terminal, at a wish; its sound device stands still there."""
    paced_device(studio, "speed 0.001\npatient\n")
    tmux = ["tmux", "-L", f"kindly-pictures-{os.getpid()}", "-f", "/dev/null"]
    environment = {**studio.environment, "TERM": "tmux-256color", "LANG": "C.UTF-8"}
    subprocess.run([*tmux, "new-session", "-d", "-x", "80", "-y", "14", studio.program, "play", "metta", "--from", "2:08"],
                   cwd=studio.folder, env=environment, check=True)
    try:
        end = time.monotonic() + 60
        while True:
            lines = subprocess.run([*tmux, "capture-pane", "-p", "-e"], stdout=subprocess.PIPE, text=True, check=True).stdout
            if "of 10:00" in lines:
                break
            assert time.monotonic() < end, f"waited for the player: {lines}"
            time.sleep(0.1)
    finally:
        subprocess.run([*tmux, "kill-server"], check=False)
    # Around what is shown a terminal is empty.
    lines = lines.strip("\n")
    with Browser(driver) as browser:
        browser.tools("Emulation.setDeviceMetricsOverride", width=770, height=66 + 20 * len(lines.split("\n")), deviceScaleFactor=2, mobile=False)
        browser.open("data:text/html;base64," + base64.b64encode(
            f"""<!doctype html><meta charset=utf-8><style>body {{ margin: 0; overflow: hidden; background: #1b1b1b; color: #dedede; }}
            pre {{ font: 15px/1.35 "DejaVu Sans Mono", monospace; margin: 28px 24px; }}</style><pre>{coloured(lines)}</pre>""".encode()).decode())
        return screen(browser), re.sub(r"\x1b\[[0-9;]*m", "", lines)


def coloured(lines):
    """What a terminal shows, as HTML: bold, faint and reversed are what the player uses."""
    styles = {"1": "font-weight:bold", "2": "opacity:.65", "3": "font-style:italic", "7": "filter:invert(1)"}
    text = ""
    for part in re.split(r"(\x1b\[[0-9;]*m)", lines):
        codes = re.fullmatch(r"\x1b\[([0-9;]*)m", part)
        if not codes:
            text += html.escape(part)
            continue
        chosen = [styles[code] for code in codes[1].split(";") if code in styles]
        text += f"</span><span style='{';'.join(chosen)}'>"
    return f"<span>{text}</span>"


def whole(studio, driver):
    """`kindly timeline metta --picture`."""
    studio.run("timeline", "metta", "--picture", "metta.svg")
    drawing = studio.read("metta.svg")
    width, height = (round(float(number)) for number in re.search(r'viewBox="0 0 (\S+) (\S+)"', drawing).groups())
    with Browser(driver, size=(width, height + 200)) as browser:
        browser.tools("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)
        browser.open("file://" + studio.path("metta.svg"))
        words = browser.run("return [...document.querySelectorAll('text')].map((one) => one.textContent).join('\\n')")
        return screen(browser), words


def screen(browser):
    return base64.b64decode(browser.ask("GET", "/screenshot"))


def with_words(picture, words):
    """A PNG that holds its words, behind its first chunk."""
    chunk = b"iTXtDescription\0\0\0\0\0" + words.encode()
    piece = struct.pack(">I", len(chunk) - 4) + chunk + struct.pack(">I", zlib.crc32(chunk))
    return picture[:33] + piece + picture[33:]


def words_of(picture):
    at = picture.find(b"iTXtDescription")
    if at < 0:
        return ""
    length = struct.unpack(">I", picture[at - 4:at])[0]
    return picture[at + 4:at + 4 + length][len("Description") + 5:].decode()


def plain(words):
    """Words without figures, and none that are cut: how long a phrase is differs between speech engines."""
    lines = (re.sub(r"\d+", "0", line).strip() for line in words.splitlines())
    return [line for line in lines if line and not line.endswith("…")]


def difference(driver, one, other):
    """The share of two pictures' parts that look different."""
    with Browser(driver) as browser:
        browser.open("data:text/html,<title>compare</title>")
        return browser.run_async("""
          const [one, other, step, done] = arguments;
          const parts = async (data) => {
            const image = new Image();
            image.src = 'data:image/png;base64,' + data;
            await image.decode();
            const canvas = new OffscreenCanvas(64, Math.round(64 * image.height / image.width));
            const pen = canvas.getContext('2d');
            pen.imageSmoothingQuality = 'high';
            pen.drawImage(image, 0, 0, canvas.width, canvas.height);
            return pen.getImageData(0, 0, canvas.width, canvas.height).data;
          };
          Promise.all([parts(one), parts(other)]).then(([first, second]) => {
            if (first.length !== second.length) return done(1);
            let wrong = 0;
            for (let at = 0; at < first.length; at += 4) {
              if ([0, 1, 2].some((colour) => Math.abs(first[at + colour] - second[at + colour]) > step)) wrong++;
            }
            done(wrong / (first.length / 4));
          }, () => done(1));""", base64.b64encode(one).decode(), base64.b64encode(other).decode(), LEAST_STEP)


def main():
    program = os.path.realpath(sys.argv[1])
    target = os.path.realpath(sys.argv[2]) if len(sys.argv) > 2 else KEPT
    os.makedirs(target, exist_ok=True)
    folder = tempfile.mkdtemp(prefix="kindly-studio-")
    shutil.copy(os.path.join(ROOT, "Sessions", "metta.practice"), folder)
    stale = []
    with Driver() as driver, Studio(program, "metta.practice", folder=folder) as studio:
        makers = {
            "studio": lambda: page(studio, driver, "light"), "studio-dark": lambda: page(studio, driver, "dark"),
            "player": lambda: player(studio, driver), "metta": lambda: whole(studio, driver),
        }
        for name, make in makers.items():
            picture, words = make()
            fresh = with_words(picture, words)
            if target != KEPT:
                try:
                    with open(os.path.join(KEPT, name + ".png"), "rb") as file:
                        kept = file.read()
                except FileNotFoundError:
                    kept = b""
                new = [line for line in plain(words) if line not in plain(words_of(kept))]
                old = [line for line in plain(words_of(kept)) if line not in plain(words)]
                share = difference(driver, kept, fresh)
                print(f"  {name}.png: {100 * share:.1f} % of it looks different")
                if new or old or share > MOST_PARTS:
                    stale.append(f"{name}.png" + (f" (now {new[:6]}, before {old[:6]})" if new or old else ""))
            with open(os.path.join(target, name + ".png"), "wb") as file:
                file.write(fresh)
    if stale:
        sys.exit(f"Out of date: {', '.join(stale)}. Look at {target}, then renew them: Tests/Studio/pictures.py PROGRAM")


if __name__ == "__main__":
    main()
