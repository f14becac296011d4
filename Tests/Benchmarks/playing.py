"""A program that plays to a device of its own, and what is seen of it from outside."""
import os
import pathlib
import signal
import subprocess
import tempfile
import time


class Player:
    """Started on entering, ended on leaving. `words(device)` is its command."""

    def __init__(self, place, words, script=""):
        self.folder = pathlib.Path(tempfile.mkdtemp(dir=place.work))
        (self.folder / "device").write_text(script)
        self.words = [str(word) for word in words(f"paced:{self.folder}")]

    def __enter__(self):
        self.began = time.monotonic_ns()
        self.process = subprocess.Popen(self.words, stdin=subprocess.DEVNULL,
                                        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        return self

    def __exit__(self, *_):
        # SIGTERM may be a request to end gently, which takes its time.
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        for file in self.folder.iterdir():
            file.unlink()

    def log(self):
        """What happened to the device: nanoseconds and what."""
        try:
            lines = (self.folder / "log").read_text().splitlines()
        except FileNotFoundError:
            return []
        return [(int(line.split()[0]), line.split()[1]) for line in lines if len(line.split()) == 3]

    def wait(self, what, after=0, seconds=60):
        """When something first happened later than `after`, in nanoseconds."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            for when, it in self.log():
                if it == what and when > after:
                    return when
            if self.process.poll() is not None:
                break
            time.sleep(0.005)
        raise SystemExit(f"{' '.join(self.words)}: the device saw no {what}.")

    def first_sound(self):
        """Seconds from the start of the program to that of the device."""
        return (self.wait("start") - self.began) / 1e9

    def cost(self, seconds):
        """Wake-ups of all its threads a second, and percent of a core, over so many seconds."""
        before, begin = self._use(), time.monotonic()
        time.sleep(seconds)
        after, length = self._use(), time.monotonic() - begin
        switches = sum(count - before[0].get(task, 0) for task, count in after[0].items())
        return switches / length, (after[1] - before[1]) / length * 100

    def _use(self):
        """Voluntary switches of each thread so far, and seconds of processor, those of ended threads too."""
        switches = {}
        tasks = pathlib.Path(f"/proc/{self.process.pid}/task")
        for task in os.listdir(tasks):
            try:
                status = (tasks / task / "status").read_text()
            except FileNotFoundError:
                continue
            switches[task] = int(status.split("\nvoluntary_ctxt_switches:")[1].split()[0])
        # The processor clock of a process, as clock_getcpuclockid(3) makes it.
        return switches, time.clock_gettime(~self.process.pid << 3 | 2)
