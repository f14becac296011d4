"""What an accessibility checker finds: axe, fetched by pip when the tests run, and never part of the project."""

import glob
import os
import subprocess
import sys
import tempfile
import zipfile

from page import EDITOR, Skipped, opened, shot, type_at

WHEEL = "axe-playwright-python"
# What pip says where it reaches nobody.
UNREACHABLE = ["NewConnectionError", "ConnectTimeout", "Failed to establish", "name resolution", "ReadTimeout",
               "Read timed out", "ProxyError", "Connection refused", "Network is unreachable", "MaxRetryError"]


def checker():
    """The text of axe. Left out only where pip reaches nobody."""
    with tempfile.TemporaryDirectory() as folder:
        try:
            pip = subprocess.run(
                [sys.executable, "-m", "pip", "download", "--no-deps", "--only-binary=:all:", "--disable-pip-version-check",
                 "--retries", "2", "--timeout", "10", "--dest", folder, WHEEL],
                stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=90)
        except subprocess.TimeoutExpired:
            raise Skipped("pip did not reach its index within 90 s") from None
        if pip.returncode != 0:
            if any(word in pip.stdout for word in UNREACHABLE):
                raise Skipped(f"pip reaches no index: {pip.stdout.strip().splitlines()[-1]}")
            raise AssertionError(f"pip could not fetch {WHEEL}: {pip.stdout}")
        [wheel] = glob.glob(os.path.join(folder, "*.whl"))
        with zipfile.ZipFile(wheel) as files:
            return files.read(next(name for name in files.namelist() if name.endswith("axe.min.js"))).decode()


def complaints(browser):
    """What axe finds wrong with the page as it is now: rule, what is wrong, and where."""
    return browser.run_async("""
      const done = arguments[arguments.length - 1];
      axe.run().then((found) => done(found.violations.flatMap((one) =>
        one.nodes.map((node) => `${one.id}: ${one.help} (${node.target.join(' ')})`))), (error) => done([String(error)]));""")


def test_nothing_stands_in_the_way_of_anybody(studio, browser):
    axe = checker()
    browser.tools("Page.setBypassCSP", enabled=True)
    for theme in ["light", "dark"]:
        browser.tools("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": theme}])
        opened(studio, browser)
        browser.run(axe)
        found = [("the page", complaints(browser))]
        type_at(browser, 6, 0, "[pause 10]")
        browser.until("return document.querySelector('#problems li button')", "a problem")
        browser.click("#key summary")
        browser.click("#voice")
        browser.until("return !document.getElementById('booth').hidden && document.getElementById('to-say').textContent", "the panel to record")
        browser.click("#export")
        browser.run(f"{EDITOR}.focus(); {EDITOR}.setCursor(5, 25)")
        browser.until("return document.getElementById('help').textContent", "help")
        found.append(("a problem, and panels that are open", complaints(browser)))
        shot(browser, f"panels-{theme}")
        browser.run("[...document.querySelectorAll('#notices button')].find(b => b.textContent === 'Leave').click()")
        browser.click("#booth-close")
        browser.run("""
          const data = new DataTransfer();
          data.items.add(new File(['Sit down. (pause 10 seconds)\\n\\nBreathe <b>in</b>.'], 'evening.txt'));
          document.querySelector('.CodeMirror-scroll').dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));""")
        browser.until("return document.getElementById('notices').textContent.includes('Put it in place')", "the review")
        found.append(("a script to import", complaints(browser)))
        shot(browser, f"import-{theme}")
        browser.open(studio.root + "/?library")
        browser.until("return document.querySelectorAll('#practices li').length > 3", "the library")
        browser.run(axe)
        found.append(("the library", complaints(browser)))
        shot(browser, f"library-{theme}")
        wrong = [(theme, where, what) for where, what in found if what]
        assert not wrong, wrong
        # As it was, for the other theme.
        browser.open(studio.root + "/")
        browser.until("return document.querySelector('.CodeMirror')?.CodeMirror.getValue().includes('[pause 10]')", "the text")
        browser.run(f"{EDITOR}.replaceRange('', {{line: 6, ch: 0}}, {{line: 6, ch: 10}})")
        browser.until("return document.getElementById('problems').children.length === 0", "no problem")
