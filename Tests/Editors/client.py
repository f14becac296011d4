"""Talks with the language server as an editor does, by the letter: client.py KINDLY [measure]

Every reply has 20 s. With `measure` it prints how long a keystroke takes to be answered with problems
in files of 1,000 and 10,000 lines, the memory, and the processor's time at rest.
"""
import json
import os
import select
import subprocess
import sys
import time

kindly = sys.argv[1]
server = subprocess.Popen([kindly, "lsp"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
buffer = b""
number = 0


def send(method, parameters, request=False):
    global number
    message = {"jsonrpc": "2.0", "method": method, "params": parameters}
    if request:
        number += 1
        message["id"] = number
    body = json.dumps(message).encode()
    server.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
    server.stdin.flush()


def receive(seconds=20):
    global buffer
    end = time.monotonic() + seconds
    while True:
        head, mark, rest = buffer.partition(b"\r\n\r\n")
        if mark:
            length = int(head.split(b":")[1])
            if len(rest) >= length:
                buffer = rest[length:]
                return json.loads(rest[:length])
        left = end - time.monotonic()
        assert left > 0 and select.select([server.stdout], [], [], left)[0], "no answer in time"
        more = os.read(server.stdout.fileno(), 1 << 20)
        assert more, "the server went away"
        buffer += more


def until(wanted):
    while True:
        message = receive()
        if wanted(message):
            return message


def ask(method, **parameters):
    send(method, parameters, request=True)
    answer = until(lambda message: message.get("id") == number)
    assert "result" in answer, answer
    return answer["result"]


def problems():
    told = until(lambda message: message.get("method") == "textDocument/publishDiagnostics")
    return told["params"]["diagnostics"]


def start(uri, text):
    send("textDocument/didOpen",
         {"textDocument": {"uri": uri, "languageId": "kindly", "version": 1, "text": text}})
    return problems()


def type_in(uri, version, line, column, text):
    place = {"line": line, "character": column}
    send("textDocument/didChange", {
        "textDocument": {"uri": uri, "version": version},
        "contentChanges": [{"range": {"start": place, "end": place}, "text": text}]})


try:
    capabilities = ask("initialize", processId=None, rootUri=None, capabilities={})["capabilities"]
    assert capabilities["renameProvider"]["prepareProvider"], capabilities
    send("initialized", {})
    folder = os.path.realpath(".")
    with open("part.practice", "w", encoding="utf-8") as file:
        file.write("Rest here.\n")
    uri = "file://" + folder + "/evening.practice"
    document = {"uri": uri}
    text = ("Title: Evening\n\n# Arriving\n[bell]\nSit down, 😀 here. [20s]\n\n"
            "# Wishes\n[include part]\nNow {place|this room}.\n")
    assert start(uri, text) == []
    type_in(uri, 2, 4, 12, "[")
    assert problems()[0]["range"]["start"]["line"] == 4
    send("textDocument/didChange", {
        "textDocument": {"uri": uri, "version": 3},
        "contentChanges": [{
            "range": {"start": {"line": 4, "character": 12}, "end": {"line": 4, "character": 13}},
            "text": ""}]})
    assert problems() == []
    # It is composed when it was left alone for a moment; then there are times.
    problems()
    everything = {"start": {"line": 0, "character": 0}, "end": {"line": 99, "character": 0}}
    hints = ask("textDocument/inlayHint", textDocument=document, range=everything)
    assert [hint["position"]["line"] for hint in hints][:3] == [2, 3, 4], hints
    assert hints[1]["label"] == "0:00", hints
    at = {"line": 4, "character": 1}
    hover = ask("textDocument/hover", textDocument=document, position=at)
    assert hover["contents"]["value"].startswith("At 0:0"), hover
    lenses = ask("textDocument/codeLens", textDocument=document)
    assert [lens["command"]["arguments"][1] for lens in lenses] == [1, 3, 7], lenses
    sections = ask("textDocument/documentSymbol", textDocument=document)
    assert [section["name"] for section in sections] == ["Arriving", "Wishes"], sections
    there = ask("textDocument/definition", textDocument=document,
                position={"line": 7, "character": 10})
    assert there["uri"] == "file://" + folder + "/part.practice", there
    renamed = ask("textDocument/rename", textDocument=document, newName="spot",
                  position={"line": 8, "character": 6})
    assert renamed["changes"][uri][0]["newText"] == "spot", renamed
    assert ask("textDocument/formatting", textDocument=document, options={}) == []
    for ending, broken in [("voice", "Nam: x\n"), ("bell", "Nam: x\n"), ("phrases", "[\n"),
                           ("course", "[oops]\n"), ("background", "Nam: x\n"),
                           ("profile", "Nam: x\n")]:
        assert start(f"file://{folder}/x.{ending}", broken), ending

    for lines in [1_000, 10_000] if "measure" in sys.argv else [1_000]:
        uri = f"file://{folder}/long-{lines}.practice"
        start(uri, "".join(f"Sit down number {line}, and rest. [2s]\n" for line in range(lines)))
        times = []
        for keystroke in range(20):
            began = time.monotonic()
            type_in(uri, keystroke + 2, lines // 2, 3, "a")
            told = until(lambda message: message.get("params", {}).get("version") == keystroke + 2)
            assert told["params"]["diagnostics"] == []
            times.append((time.monotonic() - began) * 1000)
        times.sort()
        if "measure" in sys.argv:
            print(f"{lines} lines: keystroke to problems {times[10]:.0f} ms, worst {times[-1]:.0f}")
        send("textDocument/didClose", {"textDocument": {"uri": uri}})
    if "measure" in sys.argv:
        time.sleep(3)
        stat = lambda: sum(map(int, open(f"/proc/{server.pid}/stat").read().split()[13:15]))
        before = stat()
        time.sleep(5)
        memory = [line for line in open(f"/proc/{server.pid}/status") if "VmRSS" in line][0]
        print(f"at rest: {stat() - before} ticks in 5 s;", memory.split(":")[1].strip())
    ask("shutdown")
    send("exit", {})
    assert server.wait(20) == 0
    print("lsp: problems, times, hover, lenses, sections, definition, rename, all kinds of files")
finally:
    if server.poll() is None:
        server.kill()
        server.wait()
