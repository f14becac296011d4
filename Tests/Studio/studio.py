"""The program with its page, started for a test: private, and ended by its process id."""

import json
import os
import shutil
import socket
import struct
import subprocess
import tempfile
import urllib.error
import urllib.request


class Studio:
    """`kindly studio` in folders of its own."""

    def __init__(self, program, *arguments, folder=None):
        self.program = program
        self.folder = folder or tempfile.mkdtemp(prefix="kindly-studio-")
        self.environment = {**os.environ, "TMPDIR": self.folder}
        for name in ["CACHE", "CONFIG", "DATA", "STATE"]:
            self.environment[f"XDG_{name}_HOME"] = os.path.join(self.folder, name.lower())
        self.arguments = arguments
        self.start()

    def start(self):
        self.process = subprocess.Popen(
            [self.program, "studio", "--no-open", *self.arguments], cwd=self.folder,
            stdout=subprocess.PIPE, text=True, env=self.environment)
        self.address = self.process.stdout.readline().strip()
        if not self.address.startswith("http://127.0.0.1:"):
            raise AssertionError(f"no address: {self.address!r}")
        self.host = self.address.split("/")[2]
        self.root = "http://" + self.host

    def kill(self):
        self.process.kill()
        self.process.wait(10)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.kill()
        shutil.rmtree(self.folder, ignore_errors=True)

    def path(self, name):
        return os.path.join(self.folder, name)

    def write(self, name, text):
        with open(self.path(name), "w", encoding="utf-8") as file:
            file.write(text)

    def read(self, name):
        with open(self.path(name), encoding="utf-8") as file:
            return file.read()

    def run(self, *arguments):
        return subprocess.run(
            [self.program, *arguments], cwd=self.folder, env=self.environment, check=True,
            stdout=subprocess.PIPE, text=True, timeout=120).stdout

    def cookie(self):
        with urllib.request.urlopen(self.address, timeout=10) as answer:
            return answer.headers["Set-Cookie"].split(";")[0]

    def ask(self, path, body=None, **headers):
        """The status and the body of an answer."""
        return self.ask_bytes(path, None if body is None else json.dumps(body).encode(), **headers)

    def ask_bytes(self, path, data, **headers):
        """The same with a body as it is."""
        request = urllib.request.Request(self.root + path, data, {
            name.replace("_", "-"): value for name, value in headers.items()})
        try:
            with urllib.request.urlopen(request, timeout=20) as answer:
                return answer.status, answer.read()
        except urllib.error.HTTPError as error:
            return error.code, error.read()

    def raw(self, text, wait=True):
        """The first line of an answer to bytes as they are; empty where the connection is closed."""
        with socket.create_connection(("127.0.0.1", int(self.host.split(":")[1])), 10) as connection:
            try:
                connection.sendall(text)
                return connection.recv(4096).split(b"\r\n")[0].decode() if wait else ""
            except (ConnectionError, TimeoutError):
                return ""

    def memory(self):
        """Resident megabytes of the program."""
        with open(f"/proc/{self.process.pid}/status") as file:
            return next(int(line.split()[1]) // 1024 for line in file if line.startswith("VmRSS"))


def paced_device(studio, script):
    """Gives the program a sound device of our own, by Tests/Devices/paced.c; answers its folder."""
    here = os.path.dirname(os.path.dirname(os.path.realpath(__file__)))
    library = studio.path("paced.so")
    subprocess.run(
        ["clang", "-O1", "-shared", "-fPIC", os.path.join(here, "Devices", "paced.c"), "-o", library,
         "-lasound", "-ldl", "-lpthread"], check=True, timeout=60)
    os.makedirs(studio.path("device"))
    studio.write("device/device", script)
    studio.write("alsa.conf", f"""
        pcm_type.paced {{ lib "{library}" }}
        pcm.!default {{ type paced folder "{studio.path("device")}" }}
        """)
    studio.environment["ALSA_CONFIG_PATH"] = studio.path("alsa.conf")
    return studio.path("device")


def floats(data):
    return struct.unpack(f"<{len(data) // 4}f", data)
