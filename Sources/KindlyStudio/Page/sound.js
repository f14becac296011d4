// Hearing: samples from the program, joined on whole frames, so that they reach the ear as they are.

const rate = 48000;
/** Frames that are fetched: little at first, so that it sounds at once, then more and more. */
const first = 9600, second = 24000, later = 96000;
/**
 * Frames between now and what is put next. The clock that a page sees may be some milliseconds old, and
 * what begins too late would lie over what follows.
 */
const lead = 2400;
/** Frames that are ready before they are due. */
const ahead = 240000;

export class Sound {
  constructor(doc, told) {
    this.doc = doc;
    this.told = told;
    this.turn = 0;
    this.sources = new Set();
    this.isPlaying = false;
  }

  /** Plays frames of a picture, from one to another. */
  async play(picture, from, to) {
    this.stop();
    const turn = ++this.turn;
    this.context ??= new AudioContext({ sampleRate: rate });
    this.isPlaying = true;
    this.picture = picture;
    this.from = from;
    this.start = null;
    this.told("begins");
    const running = this.context.state === "running" ? null : this.context.resume();
    let done = from;
    let asked = from;
    const ask = () => {
      const size = asked === from ? first : asked === from + first ? second : later;
      const count = Math.min(size, to - asked);
      if (count <= 0) return null;
      const place = asked;
      asked += count;
      const answer = fetch(
        `/sound?doc=${encodeURIComponent(this.doc)}&picture=${picture}&from=${place}&frames=${count}`);
      answer.catch(() => {});
      return answer;
    };
    // One answer is always under way while another is put in its place.
    let [next, following] = [ask(), ask()];
    while (turn === this.turn && next) {
      let samples;
      try {
        const answer = await next;
        if (turn !== this.turn) return;
        if (answer.status === 410) return this.told("moved");
        if (!answer.ok) throw new Error();
        samples = new Float32Array(await answer.arrayBuffer());
      } catch {
        if (turn === this.turn) { this.stop(); this.told("silent"); }
        return;
      }
      [next, following] = [following, ask()];
      if (running) await running;
      if (turn !== this.turn) return;
      const frames = samples.length / 2;
      if (frames === 0) break;
      const buffer = this.context.createBuffer(2, frames, rate);
      for (let side = 0; side < 2; side++) {
        const channel = buffer.getChannelData(side);
        for (let frame = 0; frame < frames; frame++) channel[frame] = samples[2 * frame + side];
      }
      // A place in whole frames: the sum of lengths in seconds would fall between two.
      const now = Math.ceil(this.context.currentTime * rate);
      if (this.start === null) this.start = now + lead;
      let place = this.start + done - from;
      if (place < now + 128) { this.start += now + lead - place; place = now + lead; }
      const source = new AudioBufferSourceNode(this.context, { buffer });
      source.connect(this.context.destination);
      source.onended = () => this.sources.delete(source);
      this.sources.add(source);
      source.start(place / rate);
      done += frames;
      while (turn === this.turn && this.start + done - from - this.context.currentTime * rate > ahead) {
        await new Promise((wake) => setTimeout(wake, 500));
      }
    }
    const end = this.start + done - from;
    while (turn === this.turn && this.context.currentTime * rate < end) {
      const left = end / rate - this.context.currentTime;
      await new Promise((wake) => setTimeout(wake, Math.min(500, 20 + left * 1000)));
    }
    if (turn === this.turn) { this.stop(); this.told("ended"); }
  }

  /** Plays the samples of an answer that is no part of the picture. */
  async playSamples(address) {
    this.stop();
    const turn = ++this.turn;
    this.context ??= new AudioContext({ sampleRate: rate });
    try {
      const answer = await fetch(address);
      if (turn !== this.turn) return;
      if (!answer.ok) return this.told("silent");
      const samples = new Float32Array(await answer.arrayBuffer());
      if (turn !== this.turn || samples.length < 2) return;
      await this.context.resume();
      const buffer = this.context.createBuffer(2, samples.length / 2, rate);
      for (let side = 0; side < 2; side++) buffer.copyToChannel(samples.filter((_, place) => place % 2 === side), side);
      const source = new AudioBufferSourceNode(this.context, { buffer });
      source.connect(this.context.destination);
      source.onended = () => { this.sources.delete(source); if (turn === this.turn) this.stop(); };
      this.sources.add(source);
      this.isPlaying = true;
      this.start = null;
      this.told("begins");
      source.start();
    } catch { if (turn === this.turn) this.told("silent"); }
  }

  /** The frame that is heard now; null while nothing is. */
  get frame() {
    if (!this.isPlaying || this.start === null) return null;
    const late = this.context.outputLatency || 0;
    const heard = this.from + (this.context.currentTime - late) * rate - this.start;
    return Math.max(this.from, Math.round(heard));
  }

  stop() {
    this.turn++;
    if (!this.isPlaying) return;
    this.isPlaying = false;
    for (const source of this.sources) { source.onended = null; source.stop(); }
    this.sources.clear();
    // A running context wakes the processor 143 times a second.
    const turn = this.turn;
    setTimeout(() => { if (turn === this.turn && !this.isPlaying) this.context.suspend(); }, 300);
    this.told("stopped");
  }
}
