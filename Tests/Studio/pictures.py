#!/usr/bin/env python3
"""The pictures of the documentation, taken from the real page.

    Tests/Studio/pictures.py PROGRAM FOLDER
"""

import os
import shutil
import sys
import tempfile

from studio import Studio
from webdriver import Browser, Driver

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.realpath(__file__))))
program, target = map(os.path.realpath, sys.argv[1:3])
folder = tempfile.mkdtemp(prefix="kindly-studio-")
shutil.copy(os.path.join(ROOT, "Sessions", "metta.practice"), folder)
with Driver() as driver, Studio(program, "metta.practice", folder=folder) as studio:
    for name, theme in [("studio", "light"), ("studio-dark", "dark")]:
        with Browser(driver, size=(1280, 860)) as browser:
            browser.tools("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": theme}])
            browser.open(studio.address)
            browser.until("return document.querySelectorAll('#drawing .words').length > 3", "a picture", 30)
            browser.run("document.querySelector('.CodeMirror').CodeMirror.setCursor(11, 0)")
            browser.until("return document.getElementById('said').textContent.startsWith('Said')", "what is said")
            browser.until("return document.querySelectorAll('#drawing polygon.wave').length > 3", "shapes of words")
            browser.picture(os.path.join(target, name + ".png"))
