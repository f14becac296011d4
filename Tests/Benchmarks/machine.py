"""The machine that was measured on, as far as it matters for the numbers."""
import os
import pathlib
import platform
import re
import shutil
import subprocess


def description():
    processor = re.search(r"model name\s*: (.*)", pathlib.Path("/proc/cpuinfo").read_text())
    memory = re.search(r"MemTotal:\s*(\d+)", pathlib.Path("/proc/meminfo").read_text())
    return {
        "processor": processor[1] if processor else platform.machine(),
        "cores": os.cpu_count(),
        "memory_mb": int(memory[1]) // 1024 if memory else None,
        "kernel": platform.release(),
        "versions": {
            "swift": version("swiftc", "--version", r"Swift version ([\w.]+)"),
            "espeak-ng": version("espeak-ng", "--version", r"speech: ([\d.]+)"),
            "sox": version("sox", "--version", r"v([\d.]+)"),
            "ffmpeg": version("ffmpeg", "-version", r"version (\S+)"),
            "alsa": version("aplay", "--version", r"version ([\d.]+)"),
            "mpv": version("mpv", "--version", r"mpv v?(\S+)"),
        },
        "load_at_start": os.getloadavg(),
    }


def version(program, option, pattern):
    """What a program says of itself; None where it is not installed."""
    if not shutil.which(program):
        return None
    said = subprocess.run([program, option], capture_output=True, text=True, stdin=subprocess.DEVNULL)
    found = re.search(pattern, said.stdout + said.stderr)
    return found[1] if found else "unknown"


def text(facts):
    versions = ", ".join(f"{name} {it or 'not installed'}" for name, it in facts["versions"].items())
    load = " ".join(f"{it:.2f}" for it in facts["load_at_start"])
    return (f"{facts['processor']}, {facts['cores']} cores, {facts['memory_mb']} MB, "
            f"Linux {facts['kernel']}\n{versions}\nLoad at the start: {load}")
