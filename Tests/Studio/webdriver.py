"""Drives a real browser by the WebDriver protocol, with the standard library alone."""

import base64
import json
import os
import re
import subprocess
import time
import urllib.error
import urllib.request

ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
CONTROL, ALT, SHIFT, ENTER, ESCAPE = "\ue009", "\ue00a", "\ue008", "\ue007", "\ue00c"
TAB, UP, DOWN, F1 = "\ue004", "\ue013", "\ue015", "\ue031"


class Driver:
    """A chromedriver of our own, ended with the `with` block."""

    def __init__(self):
        self.process = subprocess.Popen(
            ["chromedriver", "--port=0"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        for line in self.process.stdout:
            found = re.search(r"successfully on port (\d+)", line)
            if found:
                self.address = f"http://127.0.0.1:{found[1]}"
                return
        raise RuntimeError("chromedriver did not start")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(10)

    def ask(self, method, path, body=None):
        data = None if method == "GET" else json.dumps(body or {}).encode()
        request = urllib.request.Request(self.address + path, data, {"Content-Type": "application/json"}, method=method)
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as error:
            said = json.load(error)["value"]
            raise RuntimeError(f"{path}: {said['error']}: {said['message'][:400]}") from None


class Browser:
    """One session of Chromium, headless, with its own profile; ended with the `with` block."""

    def __init__(self, driver, size=(1280, 800), arguments=()):
        options = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
                   f"--window-size={size[0]},{size[1]}", "--autoplay-policy=no-user-gesture-required", *arguments]
        session = driver.ask("POST", "/session", {"capabilities": {"alwaysMatch": {
            "browserName": "chrome", "goog:chromeOptions": {"args": options},
            "goog:loggingPrefs": {"browser": "ALL"}}}})
        self.driver = driver
        self.path = "/session/" + session["sessionId"]

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.driver.ask("DELETE", self.path)

    def ask(self, method, path, body=None):
        return self.driver.ask(method, self.path + path, body)

    def open(self, address):
        self.ask("POST", "/url", {"url": address})

    def run(self, script, *arguments):
        return self.ask("POST", "/execute/sync", {"script": script, "args": list(arguments)})

    def run_async(self, script, *arguments):
        return self.ask("POST", "/execute/async", {"script": script, "args": list(arguments)})

    def until(self, script, what, seconds=15):
        """Waits until a script answers something true, and answers that."""
        end = time.monotonic() + seconds
        while True:
            value = self.run(script)
            if value:
                return value
            if time.monotonic() > end:
                raise AssertionError(f"waited {seconds} s for: {what}\n{self.logs()}")
            time.sleep(0.02)

    def keys(self, text, held=""):
        """Types, with keys such as Control held meanwhile."""
        actions = [{"type": "keyDown", "value": key} for key in held]
        for letter in text:
            actions += [{"type": "keyDown", "value": letter}, {"type": "keyUp", "value": letter}]
        actions += [{"type": "keyUp", "value": key} for key in held]
        self.ask("POST", "/actions", {"actions": [{"type": "key", "id": "keys", "actions": actions}]})

    def drag(self, x, y, across, down, pointer="mouse"):
        moves = [{"type": "pointerMove", "x": int(x), "y": int(y)}, {"type": "pointerDown", "button": 0}]
        moves += [{"type": "pointerMove", "x": int(x + across * part / 5), "y": int(y + down * part / 5), "duration": 20}
                  for part in range(1, 6)]
        moves.append({"type": "pointerUp", "button": 0})
        self.ask("POST", "/actions", {"actions": [{
            "type": "pointer", "id": pointer, "parameters": {"pointerType": pointer}, "actions": moves}]})

    def double_click(self, x, y):
        press = [{"type": "pointerDown", "button": 0}, {"type": "pointerUp", "button": 0}]
        self.ask("POST", "/actions", {"actions": [{
            "type": "pointer", "id": "mouse", "parameters": {"pointerType": "mouse"},
            "actions": [{"type": "pointerMove", "x": int(x), "y": int(y)}, *press, *press]}]})

    def click(self, selector):
        found = self.ask("POST", "/element", {"using": "css selector", "value": selector})
        self.ask("POST", f"/element/{found[ELEMENT]}/click")

    def tools(self, command, **parameters):
        return self.ask("POST", "/goog/cdp/execute", {"cmd": command, "params": parameters})

    def picture(self, path):
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as file:
            file.write(base64.b64decode(self.ask("GET", "/screenshot")))

    def logs(self):
        """What the browser complained of."""
        return [entry["message"] for entry in self.ask("POST", "/se/log", {"type": "browser"}) if entry["level"] == "SEVERE"]
