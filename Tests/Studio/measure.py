#!/usr/bin/env python3
"""What the studio takes: times in the browser, weight, memory, and the processor while nothing happens.

    Tests/Studio/measure.py PROGRAM [MINUTES …] [lines]

Times are those of the wall: run it while nothing else runs. Practices of 10 and 60 minutes and one of
10,000 lines unless others are given.
"""

import os
import sys
import tempfile
import time

from long import ten_thousand_lines, typing
from studio import Studio
from webdriver import Browser, Driver

TIMES = 50


def practice(minutes):
    return f"Title: Long\nBell: bowl\nLength: {minutes} minutes\n\n" + "".join(
        f"# Part {part}\n[bell]\nRest with what is here, now in part {part}. [~20s]\nLet it be. [~30s]\n\n"
        for part in range(minutes))


def tell(name, values):
    values = sorted(values)
    print(f"  {name}: median {values[len(values) // 2]:.0f} ms, worst {values[-1]:.0f} ms of {len(values)}")


EDIT = """
const done = arguments[0], line = arguments[1], word = arguments[2];
const editor = document.querySelector('.CodeMirror').CodeMirror;
const start = performance.now();
const watch = new MutationObserver(() => {
  if (![...document.querySelectorAll('#drawing title')].some(t => t.textContent.includes(word))) return;
  watch.disconnect();
  requestAnimationFrame(() => done(performance.now() - start));
});
watch.observe(document.getElementById('drawing'), { childList: true, subtree: true });
editor.replaceRange(word + ' ', { line, ch: 0 });
""".replace("done = arguments[0], line = arguments[1], word = arguments[2]",
            "line = arguments[0], word = arguments[1], done = arguments[2]")

HEAR = """
const edits = arguments[0], done = arguments[1];
const editor = document.querySelector('.CodeMirror').CodeMirror;
const start = performance.now();
window.onfirst = () => { window.onfirst = null; done(performance.now() - start); };
if (edits) editor.replaceRange('Softly. ', { line: 6, ch: 0 });
const click = () => {
  const found = [...document.querySelectorAll('#drawing .event')].find((g) =>
    g.querySelector('.wave') && (!edits || g.querySelector('title')?.textContent.includes(edits)));
  if (!found) return setTimeout(click, 4);
  found.querySelector('.wave').dispatchEvent(new MouseEvent('click', { bubbles: true, clientY: found.getBoundingClientRect().y + 1 }));
};
click();
"""

FIRST = """
const own = AudioBufferSourceNode.prototype.start;
AudioBufferSourceNode.prototype.start = function (at) {
  own.call(this, at);
  const context = this.context;
  const look = () => context.currentTime >= at ? window.onfirst?.() : setTimeout(look, 1);
  look();
};
"""


def measure(program, driver, minutes):
    folder = tempfile.mkdtemp(prefix="kindly-studio-")
    with open(os.path.join(folder, "long.practice"), "w") as file:
        file.write(practice(minutes))
    with Studio(program, "long.practice", folder=folder) as studio, Browser(driver) as browser:
        browser.tools("Page.addScriptToEvaluateOnNewDocument", source=FIRST)
        began = time.monotonic()
        browser.open(studio.address)
        browser.until("return document.querySelectorAll('#drawing .event').length > 3", "a picture", 60)
        print(f"{minutes} minutes: first load with picture {1000 * (time.monotonic() - began):.0f} ms, load of the machine {os.getloadavg()[0]:.1f}")
        # What the page is made of; sound and messages come later and go.
        weight = browser.run("""return performance.getEntriesByType('resource').concat(performance.getEntriesByType('navigation'))
          .filter((one) => one.name.includes('/page/') || one.entryType === 'navigation').reduce((sum, one) => sum + one.encodedBodySize, 0)""")
        browser.until("return document.querySelectorAll('#drawing polygon.wave').length > 0", "shapes of words", 60)
        time.sleep(2)
        used = processor(studio)
        words = ["Soft", "Still", "Warm", "Quiet", "Open"]
        edits = []
        for number in range(TIMES):
            edits.append(browser.run_async(EDIT, 6, f"{words[number % 5]}{number}"))
            undo(browser)
        tell("edit to new picture", edits)
        # Each edit is taken back, which is an edit too.
        print(f"  processor of the program for an edit: {(processor(studio) - used) / os.sysconf('SC_CLK_TCK') * 1000 / (2 * TIMES):.0f} ms")
        clicks = []
        for _ in range(TIMES):
            clicks.append(browser.run_async(HEAR, None))
            browser.run("document.getElementById('play').click()")
            time.sleep(0.02)
        tell("click to sound", clicks)
        edits = []
        for number in range(TIMES):
            edits.append(browser.run_async(HEAR.replace("'Softly. '", f"'Word{number} '"), f"Word{number}"))
            browser.run("document.getElementById('play').click()")
            undo(browser)
        tell("edit to sound", edits)
        time.sleep(4)
        requests = browser.run("return performance.getEntriesByType('resource').length")
        ticks = processor(studio)
        time.sleep(10)
        used = (processor(studio) - ticks) / os.sysconf("SC_CLK_TCK") * 100 / 10
        more = browser.run("return performance.getEntriesByType('resource').length") - requests
        print(f"  page {weight / 1000:.0f} kB, program {studio.memory()} MB; at rest {used:.2f} % of a core, {more} requests in 10 s")


def measure_lines(program, driver):
    """Keys and pictures in a practice of 10,000 lines."""
    folder = tempfile.mkdtemp(prefix="kindly-studio-")
    with open(os.path.join(folder, "long.practice"), "w") as file:
        file.write(ten_thousand_lines())
    with Studio(program, "long.practice", folder=folder) as studio, Browser(driver) as browser:
        browser.open(studio.address)
        browser.until("return document.querySelectorAll('#drawing .event').length > 3", "a picture", 120)
        print(f"10,000 lines: load of the machine {os.getloadavg()[0]:.1f}")
        edits = []
        for number in range(TIMES):
            edits.append(browser.run_async(EDIT, 6, f"Soft{number}"))
            undo(browser)
        tell("edit to new picture", edits)
        tell("a key", browser.run_async(typing(TIMES)))


def undo(browser):
    """Takes the edit back, so that the line stays as long as it was."""
    browser.run("document.querySelector('.CodeMirror').CodeMirror.undo()")
    time.sleep(0.3)


def processor(studio):
    with open(f"/proc/{studio.process.pid}/stat") as file:
        fields = file.read().rsplit(")", 1)[1].split()
    return int(fields[11]) + int(fields[12])


def main():
    program = os.path.realpath(sys.argv[1])
    with Driver() as driver:
        for asked in sys.argv[2:] or ["10", "60", "lines"]:
            if asked == "lines":
                measure_lines(program, driver)
            else:
                measure(program, driver, int(asked))


if __name__ == "__main__":
    main()
