// The author's own voice: one line after another, recorded, heard, and kept in the practice's folder.

/** Seconds of one recording at the most; the program takes no more. */
const longest = 60;

/** A microphone that stays open while lines are recorded, and hears only between `start` and `stop`. */
class Microphone {
  async open() {
    // As it is: what makes calls clearer makes a voice thinner.
    this.stream = await navigator.mediaDevices.getUserMedia({
      audio: { channelCount: 1, echoCancellation: false, noiseSuppression: false, autoGainControl: false },
    });
    try {
      this.context = new AudioContext({ sampleRate: 48000 });
      this.source = this.context.createMediaStreamSource(this.stream);
    } catch {
      // Some browsers take a microphone only at its own rate.
      this.context = new AudioContext();
      this.source = this.context.createMediaStreamSource(this.stream);
    }
    await this.context.audioWorklet.addModule("/page/recorder.js");
    this.node = new AudioWorkletNode(this.context, "recorder", { numberOfOutputs: 0, channelCount: 1, channelCountMode: "explicit" });
    this.source.connect(this.node);
  }

  get rate() { return this.context.sampleRate; }

  /** Begins to hear; `told` gets each block. */
  async start(told) {
    this.parts = [];
    this.count = 0;
    this.node.port.onmessage = ({ data }) => {
      this.parts.push(data);
      this.count += data.length;
      told(data, this.count / this.rate);
    };
    await this.context.resume();
  }

  /** Ends, and answers everything that was heard. */
  async stop() {
    this.node.port.onmessage = null;
    await this.context.suspend();
    const all = new Float32Array(this.count);
    let place = 0;
    for (const part of this.parts) { all.set(part, place); place += part.length; }
    return all;
  }

  close() {
    for (const track of this.stream?.getTracks() ?? []) track.stop();
    this.context?.close();
  }
}

/** The panel where lines are recorded. */
export class Voice {
  constructor({ editor, sound, picture, gesture, toLine, address, $, make }) {
    Object.assign(this, { editor, sound, picture, gesture, toLine, address, $, make });
    this.lines = [];
    this.marks = [];
    this.isRecording = false;
    $("voice").addEventListener("click", () => this.toggle());
    $("record").addEventListener("click", () => this.record());
    $("mine").addEventListener("click", () => this.hearMine());
    $("narrator").addEventListener("click", () => this.hearNarrator());
    $("next").addEventListener("click", () => this.next());
    $("booth-close").addEventListener("click", () => this.toggle());
    $("name-folder").addEventListener("click", () => gesture({ do: "field", key: "Recordings", value: "my-voice" }));
    editor.on("cursorActivity", () => { if (this.isOpen && !this.isRecording) this.show(); });
  }

  get isOpen() { return !this.$("booth").hidden; }

  async toggle() {
    if (this.isOpen) {
      if (this.isRecording) await this.microphone.stop();
      this.isRecording = false;
      this.microphone?.close();
      this.microphone = null;
      this.$("booth").hidden = true;
      this.clear();
      this.editor.focus();
      return;
    }
    this.$("booth").hidden = false;
    await this.update();
    this.$(this.folder === null ? "name-folder" : "record").focus();
  }

  /** Asks what is recorded, whenever there is a new picture. */
  async update() {
    if (!this.isOpen) return;
    try {
      const said = await (await fetch(this.address("/recordings"))).json();
      if (!this.isOpen) return;
      Object.assign(this, { lines: said.lines, folder: said.folder, number: said.picture });
      this.clear();
      for (const line of this.lines) if (!line.recorded) this.mark(line.line - 1);
      this.show();
    } catch { /* The next picture asks again. */ }
  }

  mark(line) {
    const dot = this.make("span", { class: "unrecorded", title: "Not recorded", role: "img", "aria-label": "not recorded" }, "○");
    this.marks.push(this.editor.setGutterMarker(line, "recordings", dot));
  }

  clear() {
    this.editor.clearGutter("recordings");
    this.marks = [];
  }

  /** The line of the cursor, or the first behind it. */
  get current() {
    const line = this.editor.getCursor().line + 1;
    const here = this.lines.find((one) => one.text === this.chosen && one.line === line);
    return here ?? this.lines.find((one) => one.line >= line) ?? this.lines[0] ?? null;
  }

  show() {
    const one = this.current;
    const done = this.lines.filter((line) => line.recorded).length;
    this.$("name-folder").hidden = this.folder !== null;
    this.$("to-say").textContent = one ? one.text : "There are no words to record yet.";
    this.$("count").textContent = this.folder === null
      ? "Recordings lie in a folder beside the practice, which its header names."
      : `${done} of ${this.lines.length} recorded, in ${this.folder}`;
    this.$("record").disabled = !one || this.folder === null;
    this.$("record").textContent = this.isRecording ? "Stop" : one?.recorded ? "Record again" : "Record this line";
    this.$("mine").disabled = !one?.recorded || this.isRecording;
    this.$("narrator").disabled = !one || this.isRecording;
    this.$("next").disabled = !this.lines.length || this.isRecording;
  }

  tell(words, isBad = false) {
    this.$("take").textContent = words;
    this.$("take").classList.toggle("bad", isBad);
  }

  async record() {
    if (this.isBusy) return;
    this.isBusy = true;
    try {
      if (this.isRecording) await this.keep(); else await this.begin();
    } finally {
      this.isBusy = false;
    }
  }

  async begin() {
    const line = this.current;
    if (!line) return;
    this.sound.stop();
    if (!this.microphone) {
      const microphone = new Microphone();
      try {
        await microphone.open();
        this.microphone = microphone;
      } catch (error) {
        microphone.close();
        const words = error.name === "NotAllowedError" ? "The browser may not use the microphone. Allow it beside the address, and try again."
          : error.name === "NotFoundError" ? "There is no microphone. Connect one, and try again." : `The microphone can't be used: ${error.message}`;
        return this.tell(words, true);
      }
    }
    this.saying = { line, picture: this.number };
    this.isRecording = true;
    this.show();
    this.tell("Getting ready");
    let isFirst = true;
    await this.microphone.start((block, seconds) => {
      if (isFirst) { this.tell("Say it now"); isFirst = false; }
      let peak = 0;
      for (const sample of block) peak = Math.max(peak, Math.abs(sample));
      this.$("level").value = Math.max(0, 1 + Math.log10(Math.max(1e-6, peak)) / 3);
      if (seconds >= longest && this.isRecording) this.record();
    });
  }

  async keep() {
    const { line, picture } = this.saying;
    this.isRecording = false;
    const samples = await this.microphone.stop();
    this.$("level").value = 0;
    this.show();
    const most = Math.floor(longest * this.microphone.rate);
    try {
      const answer = await fetch(
        this.address("/record", `&picture=${picture}&event=${line.event}&rate=${this.microphone.rate}`),
        { method: "POST", body: samples.subarray(0, most) });
      const said = await answer.json();
      if (!answer.ok) return this.tell(said.refused, true);
      this.tell(`Kept ${said.seconds.toFixed(1)} s as ${said.name}`);
    } catch {
      this.tell("The program does not answer, so this was not kept. Start it again, and say it once more.", true);
    }
  }

  hearMine() {
    const one = this.current;
    const event = one && this.picture.events[one.event];
    if (event && this.picture.number === this.number) this.sound.play(this.number, event.start, event.end);
  }

  hearNarrator() {
    const one = this.current;
    if (one) this.sound.playSamples(this.address("/narrated", `&picture=${this.number}&event=${one.event}`));
  }

  /** To the next line without a recording, else the next one. */
  next() {
    const at = this.lines.indexOf(this.current);
    const behind = [...this.lines.slice(at + 1), ...this.lines.slice(0, at)];
    const one = behind.find((line) => !line.recorded) ?? behind[0];
    if (!one) return;
    this.chosen = one.text;
    this.toLine(one.line);
    this.show();
    this.tell("");
    this.$("record").focus();
  }
}
