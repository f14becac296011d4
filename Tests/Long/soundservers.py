"""Sound servers of a test's own, each with one silent output, and what is heard there."""
import contextlib
import os
import signal
import subprocess
import time


def favoured():
    """Puts a sound server before other processes, as a desktop does, where that is allowed."""
    with contextlib.suppress(PermissionError): os.nice(-11)


class Processes:
    """Programs that were started, and are ended by their ids, last first."""

    def __init__(self, folder, environment):
        self.folder, self.environment, self.running = folder, environment, []

    def start(self, *words):
        log = open(os.path.join(self.folder, os.path.basename(words[0]) + ".log"), "w")
        process = subprocess.Popen(words, stdin=subprocess.DEVNULL, stdout=log, stderr=log, cwd=self.folder,
                                   env=self.environment, preexec_fn=favoured, start_new_session=True)
        self.running.append((process, log))

    def end(self):
        for process, log in reversed(self.running):
            process.send_signal(signal.SIGTERM)
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
            log.close()
        self.running = []


def wait(what, condition, seconds=30):
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end: raise SystemExit(f"{what} did not come within {seconds} s")
        time.sleep(0.01)


class Server:
    """What both have in common: the file of what is heard, and how to wait for its end."""

    def __init__(self, kindly, plugin=None):
        self.folder = os.path.join(kindly.folder, "server")
        os.mkdir(self.folder, 0o700)
        self.heard = os.path.join(self.folder, "heard.raw")
        kindly.environment |= {"XDG_RUNTIME_DIR": self.folder}
        self.environment = kindly.environment
        self.plugin = plugin
        self.processes = Processes(self.folder, self.environment)

    def __enter__(self):
        try:
            self.begin()
        except BaseException:
            self.processes.end()
            raise
        return self

    def __exit__(self, *reason): self.processes.end()

    def path(self, name): return os.path.join(self.folder, name)

    def write(self, name, text):
        with open(self.path(name), "w") as file: file.write(text)

    def size(self): return os.path.getsize(self.heard) if os.path.exists(self.heard) else 0

    def record(self, *words):
        self.processes.start(*words)
        wait("the first frame of the recorder", self.size)

    def finish(self):
        """Waits until half a second of silence shows that the last frame has arrived."""
        before = self.size()
        wait("the last frame of the recorder", lambda: self.size() > before + 96_000)


class PulseAudio(Server):
    """PulseAudio; without `norewinds`, what is recorded of its output begins two seconds late."""
    device = "pulse"

    def begin(self):
        address = "unix:" + self.path("socket")
        self.environment |= {"PULSE_RUNTIME_PATH": self.folder, "PULSE_STATE_PATH": self.folder,
                             "PULSE_COOKIE": self.path("cookie"), "PULSE_SERVER": address}
        self.processes.start(
            "pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no",
            "--resample-method=copy",
            "-L", "module-null-sink sink_name=test rate=48000 format=s16le channels=2 norewinds=1",
            "-L", f"module-native-protocol-unix auth-anonymous=1 socket={self.path('socket')}")
        wait("the socket of PulseAudio", lambda: os.path.exists(self.path("socket")))
        self.record("parec", "-d", "test.monitor", "--raw", "--format=s16le", "--rate=48000", "--channels=2",
                    self.heard)


class PipeWire(Server):
    """PipeWire with WirePlumber, which joins programs and outputs, and a message bus of their own."""
    device = "pipewire"

    def begin(self):
        bus = "unix:path=" + self.path("bus")
        self.environment |= {"DBUS_SESSION_BUS_ADDRESS": bus, "ALSA_CONFIG_PATH": self.path("alsa.conf"),
                             "PIPEWIRE_REMOTE": "pipewire-0", "HOME": self.folder}
        self.environment.pop("DISPLAY", None)
        library = f'pcm_type.pipewire {{ lib "{os.path.abspath(self.plugin)}" }}' if self.plugin else ""
        self.write("alsa.conf", f"</usr/share/alsa/alsa.conf>\n{library}\npcm.pipewire {{ type pipewire }}\n")
        self.write("pipewire.conf", """
context.properties = {
  default.clock.rate = 48000, default.clock.allowed-rates = [ 48000 ]
  default.clock.quantum = 4096, default.clock.min-quantum = 4096
  core.daemon = true, core.name = pipewire-0
}
context.spa-libs = {
  audio.convert.* = audioconvert/libspa-audioconvert
  support.* = support/libspa-support
}
context.modules = [
  { name = libpipewire-module-rt, args = { nice.level = -11 }, flags = [ ifexists, nofail ] }
  { name = libpipewire-module-protocol-native }
  { name = libpipewire-module-metadata }
  { name = libpipewire-module-spa-node-factory }
  { name = libpipewire-module-client-node }
  { name = libpipewire-module-client-device }
  { name = libpipewire-module-access }
  { name = libpipewire-module-adapter }
  { name = libpipewire-module-link-factory }
  { name = libpipewire-module-session-manager }
]
context.objects = [ { factory = adapter, args = {
  factory.name = support.null-audio-sink, node.name = test, media.class = Audio/Sink
  audio.position = "FL,FR", audio.rate = 48000
  monitor.channel-volumes = false, node.always-process = true, priority.session = 1000
} } ]
""")
        self.processes.start("dbus-daemon", "--session", "--nofork", "--nopidfile", "--address=" + bus)
        wait("the socket of D-Bus", lambda: os.path.exists(self.path("bus")))
        self.processes.start("pipewire", "-c", self.path("pipewire.conf"))
        wait("the socket of PipeWire", lambda: os.path.exists(self.path("pipewire-0")))
        self.processes.start("wireplumber")
        self.record("pw-record", "--target", "test", "-P", "{ stream.capture.sink=true }", "--format", "s16",
                    "--rate", "48000", "--channels", "2", self.heard)


SERVERS = {"pulseaudio": PulseAudio, "pipewire": PipeWire}
