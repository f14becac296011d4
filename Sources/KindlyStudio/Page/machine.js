// "Play here": the sound device of the machine, past the browser. The program plays; the page follows.

const rate = 48000;
/** Milliseconds without a word from the program after which the place stands still. */
const patience = 400;

export class Machine {
  /** `ask` asks the program; `told` is told when it begins, and when it ends with a sentence or none. */
  constructor(ask, told) {
    this.ask = ask;
    this.told = told;
    this.heard = null;
  }

  get isPlaying() { return this.heard !== null; }

  /** The frame that is heard now; null while nothing is. */
  get frame() {
    if (this.heard === null) return null;
    return Math.round(this.heard + Math.min(patience, performance.now() - this.at) / 1000 * rate);
  }

  /** Plays a picture from a frame on; another page that plays on the machine stops. */
  play(picture, from) { return this.ask("/machine", { picture, from }); }

  stop() { return this.ask("/machine", {}); }

  /** What the program tells of it, in every page of the practice. */
  take(message) {
    const wasPlaying = this.isPlaying;
    this.heard = message.frame;
    this.at = performance.now();
    if (this.isPlaying && !wasPlaying) this.told("begins");
    if (!this.isPlaying) this.told("ended", message.sentence ?? "");
  }

  /** The program has gone, and its sound with it. */
  forget() { if (this.isPlaying) this.take({ frame: null }); }
}
