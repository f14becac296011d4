#!/usr/bin/env python3
"""The studio as its user has it: the built program, and Chromium driven by chromedriver.

    Tests/Studio/test.py PROGRAM [--pictures FOLDER] [NAME …]

Names are those of the tests below; all run unless some are given.
"""

import inspect
import itertools
import os
import struct
import sys
import tempfile
import time

import accessibility
import machine
import paper
from page import (
    EDITOR, HAS_PICTURE, IS_KEPT, PRACTICE, Skipped, data_of, opened, same_text, second_window, shot,
    text_of, type_at)
from long import ten_thousand_lines, typing
from studio import Studio, floats
from webdriver import ALT, CONTROL, ENTER, ESCAPE, F1, SHIFT, TAB, UP, Browser, Driver

ARGUMENTS = [argument for argument in sys.argv[1:] if not argument.startswith("--")]
PROGRAM = os.path.realpath(ARGUMENTS[0]) if ARGUMENTS else None


# Who may ask


def test_nobody_else_is_answered(studio, _):
    cookie = studio.cookie()
    origin = {"Origin": studio.root}
    assert studio.ask("/", Cookie=cookie)[0] == 200
    for path in ["/", "/page/studio.js", "/library", "/sound?from=0&frames=10", "/nothing"]:
        assert studio.ask(path)[0] == 403, path
        assert studio.ask(path, Cookie=cookie[:-1] + ("0" if cookie[-1] != "0" else "1"))[0] == 403, path
        assert studio.ask(path, Cookie=cookie, Host="localhost:" + studio.host.split(":")[1])[0] == 403, path
        assert studio.ask(path, Cookie=cookie, Host="kindly.example")[0] == 403, path
        assert studio.ask(path, Cookie=cookie, Origin="http://kindly.example")[0] == 403, path
        assert studio.ask(path, Cookie=cookie, Origin="null")[0] == 403, path
        assert studio.ask(path, Cookie=cookie, Sec_Fetch_Site="cross-site")[0] == 403, path
    assert studio.ask("/open/" + "0" * 32)[0] == 403
    assert studio.ask("/save", {})[0] == 403
    assert studio.ask("/save", {}, Cookie=cookie)[0] == 403, "a change without an origin"
    assert studio.ask("/save", {}, Cookie=cookie, **origin)[0] == 200
    for path in ["/page/../../../../etc/passwd", "/page/%2e%2e/%2e%2e/etc/passwd", "/etc/passwd", "/page/"]:
        assert studio.ask(path, Cookie=cookie)[0] == 404, path
    for name in ["../me.profile", "/etc/passwd", "%00", "nobody"]:
        assert studio.ask(f"/sound?doc={name}&from=0&frames=10", Cookie=cookie)[0] == 404, name
    head = f"Host: {studio.host}\r\nCookie: {cookie}\r\n"
    upgrade = "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"

    def live(*headers):
        return studio.raw(f"GET /live?doc= HTTP/1.1\r\n{''.join(headers)}{upgrade}\r\n".encode())

    assert " 101 " in live(head, f"Origin: {studio.root}\r\n")
    assert " 101 " not in live(head)
    assert " 101 " not in live(head, "Origin: http://kindly.example\r\n")
    assert " 101 " not in live(f"Host: {studio.host}\r\n", f"Origin: {studio.root}\r\n")
    assert " 403 " in studio.raw(f"GET / HTTP/1.1\r\n{head}Host: {studio.host}\r\n\r\n".encode()) \
        or studio.raw(f"GET / HTTP/1.1\r\n{head}Host: {studio.host}\r\n\r\n".encode()) == ""


def test_too_much_is_refused(studio, _):
    head = f"GET / HTTP/1.1\r\nHost: {studio.host}\r\n"
    assert " 200 " not in studio.raw((head + "X: " + "a" * 200_000 + "\r\n\r\n").encode())
    assert " 200 " not in studio.raw(("GET /" + "a" * 100_000 + " HTTP/1.1\r\n\r\n").encode())
    cookie = studio.cookie()
    post = f"POST /save HTTP/1.1\r\nHost: {studio.host}\r\nCookie: {cookie}\r\nOrigin: {studio.root}\r\n"
    assert " 413 " in studio.raw((post + "Content-Length: 99999999\r\n\r\n").encode())
    assert studio.ask("/", Cookie=cookie)[0] == 200, "it still answers"


def test_answers_say_what_a_browser_may_do(studio, _):
    import urllib.request
    request = urllib.request.Request(studio.root + "/", headers={"Cookie": studio.cookie()})
    with urllib.request.urlopen(request, timeout=10) as answer:
        policy = answer.headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy and "unsafe" not in policy
        assert answer.headers["Access-Control-Allow-Origin"] is None
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
    weight = 0
    for name in ["codemirror.js", "codemirror.css", "studio.js", "picture.js", "sound.js", "live.js", "studio.css"]:
        status, body = studio.ask("/page/" + name, Cookie=studio.cookie())
        assert status == 200
        weight += len(body)
    assert weight < 1_000_000, weight


# Sound


def test_sound_in_ranges_is_the_file(studio, _):
    cookie = studio.cookie()
    studio.run("render", "short.practice", "-o", "short.wav", "--bits", "float", "--quiet")
    with open(studio.path("short.wav"), "rb") as file:
        data = data_of(file.read())
    heard = b""
    sizes = itertools.cycle([1, 63, 64, 9600, 12345, 96000, 480000])
    while len(heard) < len(data):
        count = next(sizes)
        end = time.monotonic() + 20
        while True:
            status, part = studio.ask(f"/sound?doc=&from={len(heard) // 8}&frames={count}", Cookie=cookie)
            if status == 200 or time.monotonic() > end:
                break
            time.sleep(0.05)
        assert status == 200 and part, (status, part[:100])
        heard += part
    assert heard == data, "other samples than the file's"
    assert studio.ask(f"/sound?doc=&from=0&frames=99999999", Cookie=cookie)[0] == 400


def test_a_line_is_heard_as_it_is_in_the_file(studio, browser):
    listen(browser)
    opened(studio, browser)
    # Asked for before it is played: every phrase is shaped then, so a machine that is busy leaves no gap.
    cookie = studio.cookie()
    parts = [studio.ask(f"/sound?doc=&from={at}&frames=480000", Cookie=cookie)[1] for at in [0, 480_000]]
    left = floats(b"".join(parts))[::2]
    browser.run(f"const e = {EDITOR}; e.focus(); e.setCursor(5, 3)")
    browser.keys(ENTER, CONTROL)
    browser.until("return (window.heardFrames ?? 0) > 72000", "a second and a half of sound")
    browser.keys(ESCAPE)
    browser.until("return document.getElementById('play').textContent === 'Play'", "the end of it")
    heard = browser.run("return [...window.heard.slice(0, 72000)]")
    first = next(place for place, sample in enumerate(heard) if sample != 0)
    heard = heard[first:first + 60000]
    place = next((at for at in range(len(left) - len(heard)) if left[at] == heard[0] and list(left[at:at + 50]) == heard[:50]), None)
    assert place is not None, "what is heard is not in the session"
    wrong = sum(one != other for one, other in zip(heard, left[place:place + len(heard)]))
    assert wrong == 0, f"{wrong} samples are wrong"


LISTENER = """
const own = AudioNode.prototype.connect;
const code = `registerProcessor('ear', class extends AudioWorkletProcessor {
  process(inputs) { if (inputs[0].length) this.port.postMessage(inputs[0][0].slice()); return true; } });`;
window.heard = []; window.heardFrames = 0;
const ears = new Map();
window.AudioContext = class extends AudioContext {
  constructor(options) {
    super(options);
    ears.set(this, this.audioWorklet.addModule(URL.createObjectURL(new Blob([code], { type: 'text/javascript' }))).then(() => {
      const ear = new AudioWorkletNode(this, 'ear', { channelCount: 2, channelCountMode: 'explicit' });
      ear.port.onmessage = ({ data }) => { for (const sample of data) window.heard.push(sample); window.heardFrames += data.length; };
      own.call(ear, this.destination);
      return ear;
    }));
  }
  async resume() { await ears.get(this); return super.resume(); }
};
AudioNode.prototype.connect = function (to, ...rest) {
  if (to === this.context.destination && ears.has(this.context)) {
    ears.get(this.context).then((ear) => own.call(this, ear));
    return to;
  }
  return own.call(this, to, ...rest);
};
"""


def listen(browser):
    """Has the page's sound pass a worklet that keeps the samples, as they reach the ear."""
    browser.tools("Page.setBypassCSP", enabled=True)
    browser.tools("Page.addScriptToEvaluateOnNewDocument", source=LISTENER)


# Writing


def test_what_is_typed_is_checked_kept_and_saved(studio, browser):
    opened(studio, browser)
    type_at(browser, 6, 0, "Soften your hands. [5s]" + ENTER)
    wanted = PRACTICE.replace("Notice your breath.", "Soften your hands. [5s]\nNotice your breath.")
    same_text(browser, wanted)
    browser.until("return [...document.querySelectorAll('#drawing .words')].some(t => t.textContent.startsWith('Soften'))", "the new line in the picture")
    assert studio.read("short.practice") == PRACTICE, "saved unasked"
    browser.until("return document.getElementById('standing').textContent.startsWith('Not saved')", "the word that it is not saved")
    browser.keys("s", CONTROL)
    browser.until("return document.getElementById('standing').textContent === 'Saved'", "the word that it is saved")
    assert studio.read("short.practice") == wanted
    browser.keys("z", CONTROL)
    same_text(browser, PRACTICE)


def test_a_mistake_is_told_and_fixed_by_a_click(studio, browser):
    opened(studio, browser)
    type_at(browser, 6, 0, "[pause 10]" + ENTER)
    browser.until("return document.querySelector('#problems li button')", "a fix to click")
    assert "unit" in browser.run("return document.getElementById('problems').textContent")
    shot(browser, "problem")
    browser.click("#problems li button")
    browser.until(f"return {EDITOR}.getLine(6) === '[pause 10s]'", "the fix")


def test_a_kill_loses_nothing(studio, browser):
    opened(studio, browser)
    type_at(browser, 5, 0, "One breath more. ")
    wanted = PRACTICE.replace("Let your body", "One breath more. Let your body")
    browser.until(IS_KEPT, "the draft")
    same_text(browser, wanted)
    time.sleep(0.3)
    studio.kill()
    browser.until("return document.getElementById('notices').textContent.includes('has ended')", "the word that it ended")
    studio.start()
    opened(studio, browser)
    assert text_of(browser) == wanted
    assert "did not save" in browser.run("return document.getElementById('notices').textContent")
    browser.click("#notices .notice button")
    same_text(browser, PRACTICE)
    assert studio.read("short.practice") == PRACTICE


def test_a_file_changed_while_nothing_ran_is_not_saved_over(studio, browser):
    opened(studio, browser)
    type_at(browser, 5, 0, "Mine. ")
    mine = PRACTICE.replace("Let your body", "Mine. Let your body")
    same_text(browser, mine)
    time.sleep(0.3)
    studio.kill()
    theirs = PRACTICE.replace("Thank you.", "Theirs.")
    studio.write("short.practice", theirs)
    studio.start()
    opened(studio, browser)
    assert text_of(browser) == mine
    browser.until("return document.getElementById('notices').textContent.includes('Another program')", "the question")
    for _ in range(2):
        browser.run(f"{EDITOR}.focus()")
        browser.keys("s", CONTROL)
        browser.until("return document.getElementById('notices').textContent.includes('Choose which version')", "the refusal")
    assert studio.read("short.practice") == theirs


def test_a_reload_keeps_what_was_typed(studio, browser):
    opened(studio, browser)
    type_at(browser, 5, 0, "Still. ")
    wanted = PRACTICE.replace("Let your body", "Still. Let your body")
    same_text(browser, wanted)
    browser.ask("POST", "/refresh")
    browser.until(HAS_PICTURE, "a picture")
    assert text_of(browser) == wanted


def test_a_file_changed_outside_is_taken_or_kept_beside(studio, browser):
    opened(studio, browser)
    outside = PRACTICE.replace("Thank you.", "Thank you all.")
    studio.write("short.practice", outside)
    same_text(browser, outside)
    type_at(browser, 5, 0, "Mine. ")
    same_text(browser, outside.replace("Let your body", "Mine. Let your body"))
    theirs = outside.replace("Notice your breath.", "Theirs.")
    studio.write("short.practice", theirs)
    browser.until("return document.getElementById('notices').textContent.includes('Another program')", "the question")
    browser.keys("s", CONTROL)
    time.sleep(0.3)
    assert studio.read("short.practice") == theirs, "saved over somebody else's change"
    shot(browser, "two-versions")
    browser.run("[...document.querySelectorAll('#notices button')].find(b => b.textContent === 'Mine').click()")
    browser.until("return document.getElementById('notices').textContent.includes('kept as')", "where the other one is kept")
    kept = browser.run("return document.getElementById('notices').textContent.match(/kept as (.*\\.practice)/)[1]")
    assert studio.read(kept) == theirs
    assert "Mine." in text_of(browser)
    browser.keys("s", CONTROL)
    browser.until("return document.getElementById('standing').textContent === 'Saved'", "the save")
    assert "Mine." in studio.read("short.practice")


def test_two_windows_agree(studio, browser):
    opened(studio, browser)
    first = browser.ask("GET", "/window")
    second = second_window(studio, browser)
    type_at(browser, 5, 0, "Second. ")
    same_text(browser, PRACTICE.replace("Let your body", "Second. Let your body"))
    browser.ask("POST", "/window", {"handle": first})
    both = PRACTICE.replace("Let your body", "Second. Let your body")
    same_text(browser, both)
    type_at(browser, 6, 0, "First. ")
    both = both.replace("Notice your", "First. Notice your")
    same_text(browser, both)
    browser.ask("POST", "/window", {"handle": second})
    same_text(browser, both)


# Time


def test_the_end_of_a_silence_is_dragged(studio, browser):
    opened(studio, browser)
    browser.run("const z = document.getElementById('zoom'); z.value = 50; z.dispatchEvent(new Event('input'))")
    place = browser.until("""
      const found = [...document.querySelectorAll('#drawing .event')].find(g => g.querySelector('.exact title, title')?.textContent === '4 s');
      const edge = found?.querySelector('.edge'); if (!edge) return null;
      const box = edge.getBoundingClientRect(), strip = document.getElementById('strip');
      const seen = strip.getBoundingClientRect();
      if (box.y > seen.bottom - 80 || box.y < seen.top + 20) { strip.scrollTop += box.y - (seen.top + seen.bottom) / 2; return null; }
      return [box.x + box.width / 2, box.y + box.height / 2];""", "the silence of 4 s")
    browser.drag(place[0], place[1], 0, 40)
    browser.until(f"return !{EDITOR}.getValue().includes('[4s]')", "another length")
    line = text_of(browser).split("\n")[5]
    assert line.startswith("Let your body settle. [") and line.endswith("s]"), line
    browser.run(f"{EDITOR}.focus()")
    browser.keys("z", CONTROL)
    same_text(browser, PRACTICE)


def test_keys_nudge_a_silence(studio, browser):
    opened(studio, browser)
    browser.run(f"const e = {EDITOR}; e.focus(); e.setCursor(5, 2)")
    browser.keys(".", CONTROL)
    browser.until(f"return {EDITOR}.getLine(5) === 'Let your body settle. [5s]'", "a second more")


def test_fields_are_lines_of_the_header(studio, browser):
    opened(studio, browser)
    browser.run("""const f = [...document.querySelectorAll('#fields label')].find(l => l.textContent.startsWith('Length')).querySelector('input');
      f.value = '2 minutes'; f.dispatchEvent(new Event('change'));""")
    browser.until(f"return {EDITOR}.getValue().includes('Length: 2 minutes')", "the line of the header")
    browser.until("return document.getElementById('clock').textContent.startsWith('2:00')", "the new length")
    browser.run("""const f = [...document.querySelectorAll('#fields label')].find(l => l.textContent.startsWith('Bell')).querySelector('select');
      f.value = 'none'; f.dispatchEvent(new Event('change'));""")
    browser.until(f"return {EDITOR}.getValue().includes('Bell: none')", "no bell")


def test_values_have_fields_and_stay_out_of_the_text(studio, browser):
    opened(studio, browser)
    type_at(browser, 6, 0, "You are in {place|the garden}. " + ENTER)
    browser.until("return [...document.querySelectorAll('#fields label')].some(l => l.textContent.includes('{place}'))", "a field")
    browser.run("""const f = [...document.querySelectorAll('#fields label')].find(l => l.textContent.includes('{place}')).querySelector('input');
      f.value = 'a quiet wood'; f.dispatchEvent(new Event('change'));""")
    browser.until("return [...document.querySelectorAll('#drawing .words')].some(t => t.textContent.includes('quiet wood'))", "the value in the picture")
    assert "wood" not in text_of(browser)


def test_words_are_moved_within_their_section(studio, browser):
    opened(studio, browser)
    browser.run(f"const e = {EDITOR}; e.focus(); e.setCursor(6, 3)")
    browser.keys(UP, SHIFT + ALT)
    moved = PRACTICE.replace("Let your body settle. [4s]\nNotice your breath.", "Notice your breath.\nLet your body settle. [4s]")
    same_text(browser, moved)
    browser.keys("z", CONTROL)
    same_text(browser, PRACTICE)
    browser.run("const z = document.getElementById('zoom'); z.value = 60; z.dispatchEvent(new Event('input'))")
    place = browser.until("""
      const of = (words) => [...document.querySelectorAll('#drawing .event')].find(g => g.querySelector('title')?.textContent.startsWith(words))?.querySelector('.wave')?.getBoundingClientRect();
      const [one, other] = [of('Notice your'), of('Let your body')];
      const seen = document.getElementById('strip').getBoundingClientRect();
      if (!one || !other || other.top > one.top) return null;
      if (other.top < seen.top + 4 || one.bottom > seen.bottom - 4) { document.getElementById('strip').scrollTop += other.top - seen.top - 40; return null; }
      return [one.x + one.width / 2, one.y + one.height / 2, other.y + 2];""", "both lines in sight")
    browser.drag(place[0], place[1], 0, place[2] - place[1])
    same_text(browser, moved)
    browser.run(f"{EDITOR}.focus()")
    browser.keys("z", CONTROL)
    same_text(browser, PRACTICE)
    browser.run(f"const e = {EDITOR}; e.setCursor(5, 3)")
    browser.keys(UP, SHIFT + ALT)
    browser.until("return document.getElementById('notices').textContent.includes('no other words')", "the refusal")
    same_text(browser, PRACTICE)


def test_the_end_is_dragged(studio, browser):
    studio.write("short.practice", PRACTICE.replace("Bell: bowl", "Bell: bowl\nLength: 2 min").replace("[4s]", "[~20s]"))
    browser.open(studio.address)
    browser.until(HAS_PICTURE, "a picture")
    browser.until("return document.getElementById('clock').textContent.startsWith('2:00')", "two minutes")
    browser.run("const z = document.getElementById('zoom'); z.value = 0; z.dispatchEvent(new Event('input'))")
    place = browser.until("""
      const box = document.querySelector('#drawing .end')?.getBoundingClientRect(); if (!box) return null;
      return [box.x + box.width / 2, box.y + box.height / 2];""", "the end")
    browser.drag(place[0], place[1], 0, -60)
    browser.until(f"return !{EDITOR}.getValue().includes('Length: 2 min')", "another length")
    line = text_of(browser).split("\n")[2]
    assert line.startswith("Length: 1m") and line.endswith("s"), line
    wanted = int(line.split("m")[1][:-1]) + 60
    browser.until(f"return document.getElementById('clock').textContent.startsWith('1:{wanted - 60:02}')", "the new length")
    browser.run(f"{EDITOR}.focus()")
    browser.keys("z", CONTROL)
    browser.until(f"return {EDITOR}.getValue().includes('Length: 2 min')", "the old length")


def test_a_word_is_said_otherwise(studio, browser):
    opened(studio, browser)
    browser.run(f"const e = {EDITOR}; e.focus(); e.setCursor(6, 14)")
    browser.keys("p", ALT)
    browser.until("return document.getElementById('notices').textContent.includes('Say “breath” as')", "the question")
    browser.keys("breth" + ENTER)
    browser.until(f"return {EDITOR}.getValue().includes('Pronounce: breath as breth')", "the line of the header")
    browser.until("return document.getElementById('said').textContent.includes('breth')", "what is said")
    browser.keys("z", CONTROL)
    same_text(browser, PRACTICE)
    browser.until("return document.getElementById('said').textContent === 'Said: Notice your breath.' || document.getElementById('said').textContent.startsWith('Said: Notice your breath. ')", "the picture as it was")
    place = browser.run(f"const e = {EDITOR}, box = e.charCoords({{line: 5, ch: 6}}, 'window'); return [box.left + 2, (box.top + box.bottom) / 2]")
    browser.double_click(*place)
    browser.until("return document.getElementById('notices').textContent.includes('Say “your” as')", "the question after a double click")


def test_cues_keys_and_names_are_completed(studio, browser):
    opened(studio, browser)
    hints = "return [...document.querySelectorAll('.CodeMirror-hint')].map(h => h.textContent).join('|')"
    type_at(browser, 6, 19, " [be")
    browser.until(hints + ".includes('bell')", "cues")
    browser.keys(ENTER)
    browser.until(f"return /Notice your breath. \\[b.*\\]$/.test({EDITOR}.getLine(6))", "the cue with its bracket")
    browser.run(f"const e = {EDITOR}; e.undo(); e.undo(); e.setCursor(1, 6); e.replaceRange('', {{line: 1, ch: 6}}, {{line: 1, ch: 10}})")
    browser.keys(" ", CONTROL)
    browser.until(hints + ".includes('bowl')", "names of bells")
    browser.keys(ESCAPE)
    browser.run(f"const e = {EDITOR}; e.setCursor(5, 25)")
    browser.until("return document.getElementById('help').textContent.includes('[')", "help for the cue under the cursor")
    browser.keys(F1)
    browser.until("return document.querySelector('#notices .help')?.textContent.includes('Written as')", "help that stays")


# One's own voice


def spoken_file(folder):
    """What the fake microphone hears again and again: a second and a half of a quiet room, a second of a tone, quiet."""
    import math
    import wave
    path = os.path.join(folder, "microphone.wav")
    with wave.open(path, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(48000)
        quiet = struct.pack("<48000h", *(int(16 * math.sin(frame * 1.7)) for frame in range(48000)))
        tone = struct.pack("<48000h", *(int(6500 * math.sin(frame * 0.03)) for frame in range(48000)))
        file.writeframes(quiet + quiet[:48000] + tone + 30 * quiet)
    return path


def test_lines_are_recorded(studio, driver):
    arguments = ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream",
                 f"--use-file-for-fake-audio-capture={spoken_file(studio.folder)}"]
    with Browser(driver, arguments=arguments) as browser:
        opened(studio, browser)
        browser.run(f"const e = {EDITOR}; e.focus(); e.setCursor(5, 2)")
        browser.click("#voice")
        browser.until("return document.getElementById('to-say').textContent === 'Let your body settle.'", "the words to say")
        assert browser.run("return document.getElementById('record').disabled"), "there is no folder yet"
        browser.click("#name-folder")
        browser.until(f"return {EDITOR}.getLine(2) === 'Recordings: my-voice'", "the line of the header")
        browser.until("return !document.getElementById('record').disabled", "the folder is known")
        marks = "return document.querySelectorAll('.unrecorded').length"
        browser.until(marks + " === 4", "a mark at each line")
        browser.run(f"const e = {EDITOR}; e.setCursor(6, 2)")
        browser.click("#record")
        browser.until("return document.getElementById('take').textContent === 'Say it now'", "the word to begin")
        # The tone is over by then.
        time.sleep(3)
        shot(browser, "recording")
        browser.click("#record")
        browser.until("return document.getElementById('take').textContent.startsWith('Kept')", "the word that it is kept")
        path = studio.path("my-voice/let-your-body-settle.wav")
        assert os.listdir(studio.path("my-voice")) == ["let-your-body-settle.wav"]
        with open(path, "rb") as file:
            wave = file.read()
        samples = data_of(wave)
        assert wave[:4] == b"RIFF" and len(samples) % 3 == 0
        seconds = len(samples) / 3 / 48000
        assert abs(seconds - 1.24) < 0.1, f"{seconds} s are kept of a second of sound"
        browser.until(marks + " === 3", "no mark at what is recorded")
        browser.until("return document.getElementById('count').textContent.startsWith('1 of 4')", "the count")
        event = [one for one in recorded_lines(studio, browser) if one["recorded"]]
        assert [one["text"] for one in event] == ["Let your body settle."], event
        for button in ["mine", "narrator"]:
            browser.click("#" + button)
            browser.until("return document.getElementById('play').textContent === 'Stop'", "sound of " + button)
            browser.until("return document.getElementById('play').textContent === 'Play'", "its end", 20)
        browser.click("#next")
        browser.until("return document.getElementById('to-say').textContent === 'Notice your breath.'", "the next line")
        cookie, origin = studio.cookie(), {"Origin": studio.root}
        number = browser.run("return fetch('/recordings?doc=').then(a => a.json()).then(a => a.picture)")
        silent = studio.ask_bytes(f"/record?doc=&picture={number}&event={event[0]['event']}&rate=48000", b"\0" * 400_000, Cookie=cookie, **origin)
        assert silent[0] == 422, silent
        with open(path, "rb") as file:
            assert file.read() == wave, "a silent take replaced a good one"
        os.rename(studio.path("my-voice"), studio.path("elsewhere"))
        os.symlink("/tmp", studio.path("my-voice"))
        loud = struct.pack("<48000f", *([0.0, 0.001] * 6000 + [0.3, -0.3] * 18000))
        refused = studio.ask_bytes(f"/record?doc=&picture={number}&event={event[0]['event']}&rate=48000", loud, Cookie=cookie, **origin)
        assert refused[0] == 409, refused
        assert not os.path.exists("/tmp/let-your-body-settle.wav"), "a link was followed"


def recorded_lines(studio, browser):
    return browser.run("return fetch('/recordings?doc=').then(a => a.json()).then(a => a.lines)")


# In and out


def test_a_script_is_imported_after_a_look(studio, browser):
    opened(studio, browser)
    browser.run("""
      const data = new DataTransfer();
      data.items.add(new File(['Sit down. (pause 10 seconds)\\n\\nBreathe <b>in</b>.'], 'evening.txt'));
      document.querySelector('.CodeMirror-scroll').dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));""")
    browser.until("return document.getElementById('notices').textContent.includes('Put it in place')", "the review")
    same_text(browser, PRACTICE)
    browser.run("[...document.querySelectorAll('#notices button')].find(b => b.textContent.startsWith('Put it in place')).click()")
    browser.until(f"return {EDITOR}.getValue().includes('Sit down. [10s]')", "the script as a practice")
    browser.keys("z", CONTROL)
    same_text(browser, PRACTICE)


def write_each_form(studio, browser, cookie, origin):
    """Each form of the list, under the name that the panel suggests; and the two pages are two."""
    count = browser.run("""document.getElementById('export').click();
      return document.querySelectorAll('#notices option').length""")
    written = {}
    for number in range(count):
        name = browser.run("""
          if (!document.querySelector('#notices select')) document.getElementById('export').click();
          const select = document.querySelector('#notices select');
          select.value = arguments[0]; select.dispatchEvent(new Event('change'));
          const words = select.selectedOptions[0].textContent, name = document.querySelector('#notices input').value;
          [...document.querySelectorAll('#notices button')].find(b => b.textContent === 'Write it').click();
          return [words, name];""", str(number))
        browser.until(f"return document.getElementById('notices').textContent.includes('{name[1]} is written')", f"{name}", 60)
        with open(studio.path(name[1]), "rb") as file:
            written[name[0]] = file.read()
    assert len(written) == count and count >= 12, list(written)
    marks = {"FLAC": b"fLaC", "WAV": b"RIFF", "Opus": b"OggS", "Ogg": b"OggS", "WebVTT": b"WEBVTT", "SubRip": b"1\n"}
    for words, mark in marks.items():
        form = next(content for name, content in written.items() if name.startswith(words))
        assert form.startswith(mark), (words, form[:20])
    listen = next(content for words, content in written.items() if words.startswith("Page to listen"))
    read = next(content for words, content in written.items() if words.startswith("Page to read"))
    assert b"data:audio/mpeg;base64," in listen and b"<audio" not in read and b"Let your body settle." in read
    assert studio.ask("/export", {"name": "both.html"}, Cookie=cookie, **origin)[0] == 400
    assert studio.ask("/export", {"name": "both.docx"}, Cookie=cookie, **origin)[0] == 400


def test_what_is_heard_is_exported(studio, browser):
    opened(studio, browser)
    cookie, origin = studio.cookie(), {"Origin": studio.root}
    for name in ["../out.wav", "/tmp/out.wav", ".out.wav", "out", ""]:
        assert studio.ask("/export", {"name": name}, Cookie=cookie, **origin)[0] == 400, name
    browser.click("#export")
    shot(browser, "export")
    browser.run("""
      window.shares = [];
      new MutationObserver(() => { const bar = document.querySelector('#notices progress'); if (bar) window.shares.push(bar.value); })
        .observe(document.getElementById('notices'), { childList: true, subtree: true });
      const n = document.querySelector('#notices input'); n.value = 'out.wav'; n.dispatchEvent(new Event('input'));""")
    assert browser.run("return document.querySelector('#notices select').selectedOptions[0].textContent").startswith("WAV")
    browser.run("[...document.querySelectorAll('#notices button')].find(b => b.textContent.startsWith('Write it')).click()")
    browser.until("return document.getElementById('notices').textContent.includes('out.wav is written')", "the file", 30)
    shares = browser.run("return window.shares")
    assert len(shares) > 3 and shares == sorted(shares), f"progress: {shares}"
    studio.run("render", "short.practice", "-o", "other.wav", "--quiet")
    with open(studio.path("out.wav"), "rb") as one, open(studio.path("other.wav"), "rb") as other:
        assert data_of(one.read()) == data_of(other.read()), "another file than render's"
    before = os.path.getmtime(studio.path("out.wav"))
    assert studio.ask("/export", {"name": "out.wav"}, Cookie=cookie, **origin)[0] == 200
    browser.until("return document.getElementById('notices').textContent.includes('is there already')", "the refusal")
    assert os.path.getmtime(studio.path("out.wav")) == before
    write_each_form(studio, browser, cookie, origin)
    assert studio.ask("/export", {"name": "out.vtt"}, Cookie=cookie, **origin)[0] == 200
    browser.until("return document.getElementById('notices').textContent.includes('out.vtt is written')", "the captions")
    captions = studio.read("out.vtt")
    assert captions.startswith("WEBVTT") and "settle" in captions, captions


# Everybody


def test_the_keyboard_gets_everywhere(studio, browser):
    opened(studio, browser)
    browser.run(f"{EDITOR}.focus()")
    seen = set()
    for _ in range(25):
        browser.keys(TAB)
        seen.add(browser.run("const e = document.activeElement; return e.id || e.className || e.tagName"))
    for wanted in ["play", "zoom", "strip", "export", "import", "library"]:
        assert wanted in seen, (wanted, seen)


def test_what_is_written_never_runs(studio, browser):
    evil = "<img src=x onerror=window.bad=1><script>window.bad=1</script>\"'`${window.bad=1}"
    studio.write("short.practice", f"""Title: {evil}
Summary: {evil}
Voice: {evil}
Bell: {evil}

# {evil}
{evil} [4s]
[include {evil}]
{{word|{evil}}} [{evil}]
""")
    browser.open(studio.address)
    browser.until("return document.querySelectorAll('#problems li').length > 2", "problems")
    browser.run(f"{EDITOR}.setCursor(6, 0)")
    time.sleep(0.5)
    studio.write("short.practice", f"Title: {evil}\n\n# {evil.replace('{', '(').replace('}', ')')}\nHello &lt;b&gt;. [4s]\n[bell]\nThere.\n[bell]\n".replace("<script>", "script").replace("</script>", "x"))
    time.sleep(1)
    assert browser.run("return window.bad ?? null") is None
    assert browser.run("return document.querySelectorAll('#fields script, #problems img, #drawing img, h1 img').length") == 0


def test_a_phone_has_room(studio, browser):
    browser.tools("Emulation.setDeviceMetricsOverride", width=390, height=844, deviceScaleFactor=1, mobile=True)
    opened(studio, browser)
    wide = browser.run("return document.documentElement.scrollWidth")
    assert wide <= 390, wide
    shot(browser, "phone")


def test_ten_thousand_lines_are_typed_in(studio, browser):
    browser.open(studio.address)
    browser.until("return document.querySelector('.CodeMirror')?.CodeMirror.getValue().length > 100000", "the text", 60)
    browser.until("return document.querySelectorAll('#drawing .event').length > 3", "a picture", 120)
    times = browser.run_async(typing(30))
    times.sort()
    print(f"  a key in 10,000 lines: median {times[15]:.0f} ms, worst {times[-1]:.0f} ms")
    # 50 ms is the aim; the machine that runs this may be busy with other things.
    assert times[15] < 100, times


def attempt(driver, name, test):
    """Runs a test with a studio, and a browser where it wants one; answers what went wrong."""
    folder = tempfile.mkdtemp(prefix="kindly-studio-")
    with open(os.path.join(folder, "short.practice"), "w") as file:
        file.write(ten_thousand_lines() if "ten_thousand" in name else PRACTICE)
    try:
        with Studio(PROGRAM, "short.practice", folder=folder) as studio:
            wants = list(inspect.signature(test).parameters)[1]
            if wants != "browser":
                test(studio, driver if wants == "driver" else None)
                return None
            with Browser(driver) as browser:
                test(studio, browser)
                # What a test brings about on purpose: refusals, and a program that is gone.
                meant = ["409", "410", "503", "WebSocket", "ERR_CONNECTION"]
                complaints = [line for line in browser.logs() if not any(word in line for word in meant)]
                assert not complaints, complaints
    except Skipped:
        raise
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    return None


def main():
    tests = [(name[5:], test) for part in [globals(), *map(vars, [machine, paper, accessibility])]
             for name, test in part.items() if name.startswith("test_")]
    chosen = ARGUMENTS[1:]
    failed = []
    with Driver() as driver:
        for name, test in tests:
            if chosen and name not in chosen:
                continue
            began = time.monotonic()
            try:
                problem = attempt(driver, name, test)
            except Skipped as reason:
                print(f"– {name} was left out: {reason}", flush=True)
                continue
            for _ in range(3):
                if not problem:
                    break
                # Sound that comes too late on a busy machine has a gap; what is wrong is wrong again.
                print(f"  {name}: {problem}")
                problem = attempt(driver, name, test)
            if problem:
                failed.append(name)
            print(f"{'✘' if problem else '✔'} {name} ({time.monotonic() - began:.1f} s){': ' + problem if problem else ''}", flush=True)
    if failed:
        sys.exit(f"{len(failed)} failed: {', '.join(failed)}")


main()
