"""The picture of time: moments that are held, backgrounds that give way, and the whole on paper."""

import base64
import os
import re

import page
from page import EDITOR, PRACTICE, opened, shot

HELD = PRACTICE.replace("Bell: bowl", "Bell: bowl\nBackground: brown").replace(
    "Thank you. [2s]", "Thank you. [~5s]\n[bell at 1:00]\nRest. [2s]")


def test_the_picture_shows_what_is_held_and_what_gives_way(studio, browser):
    studio.write("short.practice", HELD)
    opened(studio, browser)
    browser.run("const z = document.getElementById('zoom'); z.value = 0; z.dispatchEvent(new Event('input'))")
    browser.until("return document.querySelector('#drawing .pinned')?.textContent.endsWith('held at 1:00')", "the moment")
    assert "Held at 1:00, whatever the length" in browser.run("return document.querySelector('#drawing .pinned title').textContent")
    browser.run("document.querySelector('#drawing .pinned').dispatchEvent(new MouseEvent('click', { bubbles: true }))")
    line = browser.run(f"return {EDITOR}.getLine({EDITOR}.getCursor().line)")
    assert line == "[bell at 1:00]", line
    places = browser.run("""
      const middle = (one) => { const box = one.getBoundingClientRect(); return [box.top, box.bottom]; };
      return [[...document.querySelectorAll('#drawing .dip')].map(middle), [...document.querySelectorAll('#drawing .wave')].map(middle)]""")
    dips, waves = places
    assert dips and all(any(top < wave[0] and wave[1] < bottom for top, bottom in dips) for wave in waves), places
    told = browser.run("return [...document.querySelectorAll('#drawing .dip title')].map(t => t.textContent)")
    assert all(words == "Background: brown, softer under these words" for words in told), told
    browser.click("#key summary")
    key = browser.run("return [...document.querySelectorAll('#key li')].map(one => one.textContent)")
    assert "a moment held at its time, whatever the length" in key and "the background, softer under words" in key, key
    assert "a guided breath" not in key, "what is not drawn is explained"
    shot(browser, "held")


def test_the_whole_is_printed(studio, browser):
    studio.write("short.practice", HELD)
    opened(studio, browser)
    browser.until("const p = document.getElementById('paper'); return p.complete && p.naturalWidth > 500", "the picture for paper")
    data = base64.b64decode(browser.tools("Page.printToPDF", preferCSSPageSize=True, printBackground=True)["data"])
    sheets = len(re.findall(rb"/Type\s*/Page\b", data))
    assert sheets == 1, f"{sheets} sheets"
    if page.PICTURES:
        os.makedirs(page.PICTURES, exist_ok=True)
        with open(os.path.join(page.PICTURES, "print.pdf"), "wb") as file:
            file.write(data)
    # All of it: one band of words for each line that is spoken, and the last minute.
    drawing = browser.run("return fetch(document.getElementById('paper').src).then(a => a.text())")
    for words in ["Let your body settle.", "Notice your breath.", "May I be safe.", "Thank you.", "Rest."]:
        assert words in drawing, words
    assert drawing.count('class="speech"') >= 5, "the shapes of words"
    browser.tools("Emulation.setEmulatedMedia", media="print")
    seen = browser.run("return ['header', 'main', 'footer', '#paper'].map(one => document.querySelector(one).checkVisibility())")
    assert seen == [False, False, False, True], seen
    shot(browser, "print")
