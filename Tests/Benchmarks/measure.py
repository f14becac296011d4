"""Measuring: where things are, how a program is run, and rows of numbers."""
import dataclasses
import json
import os
import pathlib
import shutil
import subprocess
import sys
import time


@dataclasses.dataclass
class Place:
    """What every room is given."""
    root: pathlib.Path
    build: pathlib.Path
    work: pathlib.Path
    quick: bool

    @property
    def kindly(self):
        return self.build / "kindly"

    def times(self, many, few=2):
        return few if self.quick else many

    @property
    def environment(self):
        """Nothing of this user's: folders of our own, and the device that the tests play to."""
        device = self.work / "libpaced.so"
        subprocess.run(["clang", "-O2", "-shared", "-fPIC", self.root / "Tests/Devices/paced.c", "-o", device,
                        "-lasound", "-lpthread"], check=True)
        configuration = self.work / "alsa.conf"
        configuration.write_text(
            "</usr/share/alsa/alsa.conf>\n"
            f'pcm_type.paced {{ lib "{device}" }}\n'
            "pcm.paced { @args [ FOLDER ] @args.FOLDER { type string } "
            "type paced folder $FOLDER }\n")
        names = ["CACHE", "CONFIG", "DATA", "STATE"]
        return {f"XDG_{name}_HOME": str(self.work / name.lower()) for name in names} | {
            "ALSA_CONFIG_PATH": str(configuration), "SWIFT_BACKTRACE": "enable=no", "LC_ALL": "C.UTF-8"}


@dataclasses.dataclass
class Row:
    """One thing that was measured, in a set of things that can be compared."""
    set: str
    name: str
    unit: str
    values: list
    is_yardstick: bool = False
    remark: str = ""

    @property
    def median(self):
        ordered = sorted(self.values)
        middle = len(ordered) // 2
        return (ordered[middle] + ordered[~middle]) / 2 if ordered else None


def missing(program):
    """Why a yardstick can't be used; None if it can."""
    return None if shutil.which(program) else f"{program} is not installed"


def in_turn(title, units, ours, yardsticks, times):
    """Runs everything in turn, so many times, and gives a set of rows for each unit.

    Subjects are (name, measure); a measure gives one number for each unit, or is a sentence that says
    why there is none. The first round warms up and is not counted.
    """
    subjects = [(name, it, False) for name, it in ours] + [(name, it, True) for name, it in yardsticks]
    values = {name: [] for name, _, _ in subjects}
    for turn in range(times + 1):
        for name, it, _ in subjects:
            if not isinstance(it, str):
                numbers = it()
                if turn > 0:
                    values[name].append(numbers)
    return [[Row(f"{title}: {what}" if len(units) > 1 else title, name, unit,
                 [numbers[place] for numbers in values[name]], is_yardstick,
                 it if isinstance(it, str) else "")
             for name, it, is_yardstick in subjects]
            for place, (what, unit) in enumerate(units)]


WALL_AND_PROCESSOR = [("wall", "ms"), ("processor", "ms")]


def program(*words, before=None):
    """Measures running a program to its end: milliseconds of wall time and of processor time."""
    def measure():
        if before:
            before()
        wall, use = finish(*words)
        return wall * 1e3, (use.ru_utime + use.ru_stime) * 1e3
    return missing(str(words[0])) or measure


def finish(*words):
    """Runs a program; seconds, and what it used. One that fails ends the benchmark."""
    begin = time.monotonic()
    child = os.posix_spawnp(words[0], [str(word) for word in words], os.environ, file_actions=[
        (os.POSIX_SPAWN_OPEN, 0, "/dev/null", os.O_RDONLY, 0),
        (os.POSIX_SPAWN_OPEN, 1, "/dev/null", os.O_WRONLY, 0),
        (os.POSIX_SPAWN_OPEN, 2, "/dev/null", os.O_WRONLY, 0)])
    _, status, use = os.wait4(child, 0)
    if status:
        raise SystemExit(f"{' '.join(map(str, words))} ended with status {status}.")
    return time.monotonic() - begin, use


def most_memory(*words):
    """Runs a program; seconds, and the most memory it had, in MB.

    A program's most begins with what had started it, as Linux keeps it beyond exec: so a bare Python does.
    """
    starts = ("import os, sys, time; begin = time.monotonic(); "
              "child = os.posix_spawnp(sys.argv[1], sys.argv[1:], os.environ); "
              "_, status, use = os.wait4(child, 0); "
              "sys.stderr.write(f'{time.monotonic() - begin} {use.ru_maxrss / 1024}'); sys.exit(status != 0)")
    said = subprocess.run([sys.executable, "-I", "-S", "-c", starts, *map(str, words)], stdin=subprocess.DEVNULL,
                          stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    if said.returncode:
        raise SystemExit(f"{' '.join(map(str, words))} failed: {said.stderr}")
    return tuple(map(float, said.stderr.split()[-2:]))


def kernel(place, name, *arguments, sources, modules=()):
    """Compiles a program of Kernels/, optimised, and gives the rows it prints.

    `sources` become part of the program; `modules` are compiled as such before it, in order.
    """
    folder = place.root / "Tests/Benchmarks/Kernels"
    options = ["swiftc", "-O", "-wmo", "-swift-version", "6", "-package-name", "kindly"]
    objects = []
    for module in modules:
        object = place.work / f"{module}.o"
        files = sorted((place.root / "Sources" / module).rglob("*.swift"))
        if not object.exists():
            subprocess.run(options + ["-parse-as-library", "-module-name", module, "-emit-module",
                                      "-I", place.work, "-emit-module-path",
                                      place.work / f"{module}.swiftmodule", "-c", *files, "-o", object],
                           check=True)
        objects.append(object)
    binary = place.work / f"kernel-{name}"
    subprocess.run(options + ["-module-name", name, "-I", place.work, "-o", binary, *objects, *sources,
                              folder / "Timing.swift", folder / name / "main.swift"], check=True)
    words = [binary, *arguments] + (["--quick"] if place.quick else [])
    said = subprocess.run(words, check=True, capture_output=True, text=True).stdout
    return sets(Row(**json.loads(line)) for line in said.splitlines())


def sets(rows):
    """Rows gathered by what they can be compared with."""
    gathered = {}
    for row in rows:
        gathered.setdefault((row.set, row.unit), []).append(row)
    return list(gathered.values())
