#!/usr/bin/env python3
"""Looks at a page to take home in Chromium, as a phone and as a desktop, by day and at night, with
scripts and without.

    Tests/Long/Pages/check.py KINDLY [PICTURES]

KINDLY is the built program. Pictures of the page go to the folder PICTURES. Needs chromium and
chromium-driver; takes about a minute.
"""
import base64
import json
import pathlib
import subprocess
import sys
import tempfile
import time
import urllib.request

PORT = 9571
SCREENS = {"phone": (390, 844, True), "desktop": (1280, 860, False)}


class Browser:
    """One session over the WebDriver protocol."""

    def __init__(self):
        self.driver = subprocess.Popen(
            ["chromedriver", f"--port={PORT}"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for _ in range(100):
            try:
                if self.call("GET", "/status")["ready"]:
                    break
            except OSError:
                time.sleep(0.1)
        options = {"args": ["--headless", "--no-sandbox", "--mute-audio"]}
        capabilities = {"browserName": "chrome", "goog:chromeOptions": options,
                        "goog:loggingPrefs": {"browser": "ALL"}}
        answer = self.call("POST", "/session", {"capabilities": {"alwaysMatch": capabilities}})
        self.session = f"/session/{answer['sessionId']}"

    def call(self, method, path, body=None):
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(f"http://127.0.0.1:{PORT}{path}", data, method=method)
        with urllib.request.urlopen(request, timeout=60) as answer:
            return json.load(answer)["value"]

    def ask(self, path, body=None):
        return self.call("GET" if body is None else "POST", self.session + path, body)

    def run(self, script, *arguments):
        return self.ask("/execute/sync", {"script": script, "args": list(arguments)})

    def wait(self, script, *arguments):
        return self.ask("/execute/async", {"script": script, "args": list(arguments)})

    def tool(self, command, **parameters):
        return self.ask("/goog/cdp/execute", {"cmd": command, "params": parameters})

    def click(self, selector):
        element = self.ask("/element", {"using": "css selector", "value": selector})
        self.ask(f"/element/{next(iter(element.values()))}/click", {})

    def picture(self, path):
        path.write_bytes(base64.b64decode(self.ask("/screenshot")))

    def close(self):
        try:
            self.call("DELETE", self.session)
        finally:
            self.driver.terminate()


failures = []


def check(sentence, holds, seen=""):
    print(("ok     " if holds else "FAILS  ") + sentence + (f": {seen}" if seen != "" else ""))
    if not holds:
        failures.append(sentence)


def look(browser, page, pictures):
    for screen, (width, height, is_phone) in SCREENS.items():
        browser.tool("Emulation.setDeviceMetricsOverride", width=width, height=height,
                     deviceScaleFactor=1, mobile=is_phone)
        for theme in ["light", "dark"]:
            browser.tool("Emulation.setEmulatedMedia",
                         features=[{"name": "prefers-color-scheme", "value": theme}])
            for scripts in [True, False]:
                browser.tool("Emulation.setScriptExecutionDisabled", value=not scripts)
                browser.ask("/url", {"url": page.as_uri()})
                name = f"{screen}-{theme}-{'scripts' if scripts else 'plain'}"
                if pictures:
                    browser.picture(pictures / f"{name}.png")
                browser.tool("Emulation.setScriptExecutionDisabled", value=False)
                wide = browser.run("return document.documentElement.scrollWidth")
                check(f"{name}: nothing is wider than the screen", wide <= width, wide)
                shown = browser.run("return getComputedStyle(document.getElementById('sound')).display")
                check(f"{name}: the browser's player is {'hidden' if scripts else 'shown'}",
                      (shown == "none") == scripts, shown)
                if scripts:
                    size = browser.run("const b = document.getElementById('play').getBoundingClientRect();"
                                       "return Math.min(b.width, b.height)")
                    check(f"{name}: the button to play is large", size >= 44, size)


def listen(browser, page, timeline):
    speech = [event for event in timeline["events"] if event["kind"] == "speech"]
    browser.ask("/url", {"url": page.as_uri()})
    whole = timeline["frames"] / timeline["rate"]
    length = browser.wait("const [done] = arguments, a = document.getElementById('sound');"
                          "a.readyState ? done(a.duration) : a.onloadedmetadata = () => done(a.duration)")
    check("the sound is as long as the session", abs(length - whole) < 0.1, f"{length:.2f} of {whole:.2f} s")

    browser.click("#play")
    # Each frame of the picture: the time of the sound, and which words are shown as said.
    seen = browser.wait("""
      const done = arguments[1], sound = document.getElementById('sound'), seen = [];
      sound.currentTime = arguments[0];
      const look = () => {
        const line = document.querySelector('.words p.now');
        const said = line ? [...line.querySelectorAll('.said')].map(w => Number(w.dataset.start)) : [];
        const words = line ? [...line.children].map(w => Number(w.dataset.start)) : [];
        seen.push([sound.currentTime * 1000, said.length, words]);
        seen.length < 240 ? requestAnimationFrame(look) : done(seen);
      };
      requestAnimationFrame(look);
    """, speech[1]["start"] / timeline["rate"] - 0.5)
    late = [min((abs(time - start) for start in words), default=0)
            for time, said, words in seen if words and said != sum(start <= time for start in words)]
    check("it plays", seen[-1][0] > seen[0][0] + 500, f"{seen[0][0]:.0f} to {seen[-1][0]:.0f} ms")
    check("words follow the sound", max(late, default=0) <= 100 and any(said for _, said, _ in seen),
          f"{max(late, default=0):.0f} ms late at most")

    # What the browser decodes, against the timeline: where words begin before which nothing sounds.
    def is_quiet(event):
        return all(other["start"] + other["frames"] < event["start"] - 48000 or other["start"] >= event["start"]
                   for other in timeline["events"] if other["kind"] != "pause")
    wanted = next(event for event in speech if is_quiet(event))
    onset = browser.wait("""
      const [from, done] = arguments, src = document.getElementById('sound').src;
      const bytes = Uint8Array.from(atob(src.slice(src.indexOf(',') + 1)), c => c.charCodeAt(0));
      new OfflineAudioContext(1, 1, 48000).decodeAudioData(bytes.buffer).then(sound => {
        const samples = sound.getChannelData(0);
        for (let n = Math.round(from * sound.sampleRate); n < samples.length; n++)
          if (Math.abs(samples[n]) > 0.002) return done(n / sound.sampleRate);
        done(-1);
      });
    """, wanted["start"] / timeline["rate"] - 0.4)
    apart = abs(onset - wanted["start"] / timeline["rate"])
    check("the words are heard where they are shown", apart <= 0.1, f"{apart * 1000:.0f} ms apart")

    for place in [0.9, 0.2, 0.55]:
        got = browser.wait("""
          const [share, done] = arguments, place = document.getElementById('place');
          place.value = share * place.max;
          document.getElementById('sound').onseeked = () => {
            done(document.getElementById('sound').currentTime / place.max);
          };
          place.dispatchEvent(new Event('input'));
          place.dispatchEvent(new Event('change'));
        """, place)
        check(f"the slider goes to {place:.0%}", abs(got - place) < 0.01, f"{got:.3f}")
    sections = [section for section in timeline["sections"] if section["frames"] > 0]
    # The page may still be on its way to the words; only then is the chapter brought to the middle.
    browser.run("document.getElementById('sound').pause()")
    browser.wait("""
      const [done] = arguments;
      let last = -1, still = 0;
      const look = () => {
        still = scrollY === last ? still + 1 : 0;
        last = scrollY;
        still < 30 ? requestAnimationFrame(look) : done(0);
      };
      look();
    """)
    browser.run("document.querySelector('#chapters li:nth-child(2)').scrollIntoView({block: 'center'})")
    browser.click("#chapters li:nth-child(2) button")
    got = browser.wait("const [done] = arguments; setTimeout(() =>"
                       "done(document.getElementById('sound').currentTime), 300)")
    start = sections[1]["start"] / timeline["rate"]
    check("a chapter starts where it begins", start - 0.1 <= got < start + 1, f"{got - start:.2f} s in")

    browser.run("document.getElementById('sound').pause();"
                "document.getElementById('sound').currentTime = 100")
    time.sleep(0.5)
    browser.ask("/refresh", {})
    got = browser.wait("const [done] = arguments; setTimeout(() =>"
                       "done(document.getElementById('sound').currentTime), 800)")
    check("the place is kept", abs(got - 100) < 0.2, f"{got:.2f} s")

    names = [node["name"]["value"] for node in
             browser.tool("Accessibility.getFullAXTree")["nodes"]
             if node.get("role", {}).get("value") in ("button", "slider") and not node.get("ignored")]
    check("every control has a name", all(names) and len(names) >= 4, ", ".join(names[:5]))
    requests = browser.run("return performance.getEntriesByType('resource').map(e => e.name)"
                           ".filter(n => !n.startsWith('data:'))")
    check("nothing is asked of anybody", requests == [], requests)
    told = [entry["message"] for entry in browser.ask("/se/log", {"type": "browser"})]
    check("the browser has no complaint", told == [], told)


def main():
    kindly = str(pathlib.Path(sys.argv[1]).resolve())
    pictures = pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 else None
    if pictures:
        pictures.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        for audio in ["mp3", "opus"]:
            page = pathlib.Path(folder) / f"{audio}.html"
            subprocess.run([kindly, "render", "metta", "--length", "5m", "-o", str(page), "--page-audio",
                            audio, "--quiet"], check=True)
            timeline = json.loads(subprocess.run(
                [kindly, "timeline", "metta", "--length", "5m", "--json"], check=True,
                capture_output=True).stdout)
            print(f"\n{audio}, {page.stat().st_size / 1e6:.1f} MB")
            browser = Browser()
            try:
                if audio == "mp3":
                    look(browser, page, pictures)
                listen(browser, page, timeline)
            finally:
                browser.close()
    print(f"\n{len(failures)} of the checks fail." if failures else "\nAll hold.")
    sys.exit(1 if failures else 0)


main()
