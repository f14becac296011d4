"""Saves a file while `kindly check --watch` looks at it, in both ways editors save: watch.py KINDLY"""
import os
import select
import signal
import subprocess
import sys
import time

with open("watched.practice", "w", encoding="utf-8") as file:
    file.write("Sit. [repeet 3 times]\n")
watching = subprocess.Popen(
    [sys.argv[1], "check", "--watch", "watched.practice"], stdout=subprocess.PIPE,
    stderr=subprocess.PIPE)
said = {watching.stdout: b"", watching.stderr: b""}


def until(pipe, words):
    end = time.monotonic() + 30
    while words not in said[pipe]:
        left = end - time.monotonic()
        assert left > 0, (words, said)
        for ready in select.select(list(said), [], [], left)[0]:
            said[ready] += os.read(ready.fileno(), 65536)


def save(text, beside):
    with open("new" if beside else "watched.practice", "w", encoding="utf-8") as file:
        file.write(text)
    if beside:
        os.rename("new", "watched.practice")


try:
    until(watching.stdout, b"unknown cue")
    # It watches once it has told; saving until it is seen needs no guess about when that is.
    for beside, text, words in [(False, "Sit. [20s]\n", b"watched.practice: 0:"),
                                (True, "Sit. [pause 10]\n", b"missing unit")]:
        end = time.monotonic() + 30
        while words not in said[watching.stdout]:
            assert time.monotonic() < end, said
            save(text, beside)
            for ready in select.select(list(said), [], [], 1)[0]:
                said[ready] += os.read(ready.fileno(), 65536)
    until(watching.stderr, b"watched.practice changed")
    watching.send_signal(signal.SIGINT)
    assert watching.wait(20) == -signal.SIGINT, watching.returncode
    print("check --watch: saved in place and beside")
finally:
    if watching.poll() is None:
        watching.kill()
        watching.wait()
