"""Playing on the sound device of the machine: a device of our own that is paced by the clock."""

import json
import os
import time

from page import EDITOR, data_of, opened, second_window, shot
from studio import floats, paced_device

NAME = "return document.getElementById('machine').textContent"


def test_it_plays_on_the_machine(studio, browser):
    studio.run("render", "short.practice", "-o", "short.wav", "--bits", "float", "--quiet")
    with open(studio.path("short.wav"), "rb") as file:
        left = floats(data_of(file.read()))[::2]
    events = json.loads(studio.run("timeline", "short.practice", "--json"))["events"]
    begins = next(one["start"] for one in events if one["kind"] == "speech" and one["line"] == 6)
    studio.kill()
    device = paced_device(studio, "speed 1\npatient\nformats FLOAT_LE\nrates 48000\nchannels 2 2\n")
    studio.start()
    opened(studio, browser)
    first = browser.ask("GET", "/window")
    second = second_window(studio, browser)
    browser.ask("POST", "/window", {"handle": first})
    browser.run(f"const e = {EDITOR}; e.focus(); e.setCursor(5, 3)")
    browser.click("#machine")
    browser.until(NAME + " === 'Stop here'", "sound of the machine")
    browser.until("return document.querySelectorAll('.sounds').length === 1", "the line that sounds")
    assert not browser.run("return document.getElementById('place').hidden"), "the place is not shown"
    shot(browser, "machine")
    browser.ask("POST", "/window", {"handle": second})
    browser.until(NAME + " === 'Stop here'", "the word in the other window")
    time.sleep(1)
    browser.click("#machine")
    browser.until(NAME + " === 'Play here'", "the end")
    heard = played(device)
    assert len(heard) > 24_000, len(heard)
    # Faded in over 15 ms; from then on the samples of the file, from the words of the cursor's line.
    assert heard[2400:14_400] == left[begins + 2400:begins + 14_400], "other samples than the file's"

    # One at a time: another wish takes the place of the first. Sound in the browser ends both.
    cookie, origin = studio.cookie(), {"Origin": studio.root}
    number = browser.run("return fetch('/recordings?doc=').then(a => a.json()).then(a => a.picture)")
    assert studio.ask("/machine", {"from": 10**10, "picture": number}, Cookie=cookie, **origin)[0] == 400
    assert studio.ask("/machine", {"from": 0, "picture": 10**6}, Cookie=cookie, **origin)[0] == 410
    for start in [0, 48_000]:
        status, answer = studio.ask("/machine", {"from": start, "picture": number}, Cookie=cookie, **origin)
        assert status == 200 and json.loads(answer) == {"begun": True}, answer
    browser.until(NAME + " === 'Stop here'", "sound again")
    browser.click("#play")
    browser.until(NAME + " === 'Play here'", "the end of it")
    played(device)
    assert happened(device, "open", "close") == ["open", "close"] * 3, happened(device)

    # None at all.
    browser.run("document.querySelector('#play').click()")
    browser.until("return document.getElementById('play').textContent === 'Play'", "silence")
    studio.kill()
    studio.write("alsa.conf", "")
    studio.start()
    opened(studio, browser)
    browser.click("#machine")
    browser.until("return /device/.test(document.getElementById('notices').textContent)", "the sentence")
    assert browser.run(NAME) == "Play here"
    assert studio.ask("/machine", {"from": 0}, Cookie=studio.cookie(), Origin=studio.root)[0] == 503
    assert studio.ask("/machine", {"from": 0}, Cookie=studio.cookie())[0] == 403


def test_a_device_that_goes_away_is_told(studio, browser):
    studio.kill()
    device = paced_device(studio, "speed 1\npatient\nformats FLOAT_LE\nrates 48000\nchannels 2 2\nat 24000 unplug 300\n")
    studio.start()
    opened(studio, browser)
    browser.click("#machine")
    browser.until("return document.getElementById('notices').textContent.includes('went away')", "the sentence")
    assert browser.run(NAME) == "Play here"
    assert browser.run("return document.getElementById('place').hidden"), "the place is still shown"
    played(device)
    assert happened(device, "unplug"), happened(device)
    # Once it is there again, the button plays, and the sentence is gone.
    browser.until(f"""
        if ({NAME.removeprefix('return ')} === 'Play here') document.getElementById('machine').click();
        return {NAME.removeprefix('return ')} === 'Stop here'""", "sound again")
    assert browser.run("return document.getElementById('notices').textContent") == ""


def happened(device, *kinds):
    """What the device wrote down, in order."""
    with open(os.path.join(device, "log"), encoding="utf-8") as file:
        return [what for what in (line.split()[1] for line in file) if not kinds or what in kinds]


def played(device):
    """What was heard, on the left, once the device is closed."""
    end = time.monotonic() + 10
    while happened(device, "open", "close")[-1] != "close":
        assert time.monotonic() < end, "the device stays open"
        time.sleep(0.02)
    with open(os.path.join(device, "heard.raw"), "rb") as file:
        return floats(file.read())[::2]
