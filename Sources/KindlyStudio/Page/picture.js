// The picture of time: length in pixels is length in time; only what is in sight is drawn.

const rate = 48000;
const ns = "http://www.w3.org/2000/svg";
const ruleWidth = 54, lane = 102, half = 38, wordsAt = 152;
/** The column of the background: where it begins, how wide it is alone, and under words. */
const groundAt = ruleWidth + 3, groundWide = 9, groundSoft = 3;
/** Frames in which a background gives way before words, and comes back after them. */
const giving = 28800, returning = 86400;

export const clock = (frames) => {
  const seconds = Math.floor(frames / rate);
  const two = (number) => String(number).padStart(2, "0");
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  return hours ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
};
export const seconds = (frames) => {
  const value = frames / rate;
  return `${value >= 20 ? Math.round(value) : Math.round(value * 10) / 10} s`;
};

function shape(name, members, ...inside) {
  const node = document.createElementNS(ns, name);
  for (const [key, value] of Object.entries(members)) node.setAttribute(key, value);
  for (const child of inside) node.append(child);
  return node;
}

/** An event as the program sends it, by names. */
function event(list, index) {
  const [kind, start, frames, line, file, ...rest] = list;
  const common = { index, kind, start, frames, line, file, end: start + frames };
  if (kind === "speech") return { ...common, words: rest[0], isWish: rest[1], shape: rest[2], isRecorded: rest[3] };
  if (kind === "pause") return { ...common, isFlexible: rest[0], natural: rest[1] };
  if (kind === "bell") return { ...common, bell: rest[0], strength: rest[1] };
  return { ...common, way: rest[0] };
}

export class PictureView {
  /** `told` gets what the hand does: `play` at a frame, `line` of an event, `stretch` of a silence. */
  constructor(told) {
    this.told = told;
    this.strip = document.getElementById("strip");
    this.length = document.getElementById("length");
    this.drawing = document.getElementById("drawing");
    this.place = document.getElementById("place");
    this.overview = document.getElementById("overview");
    this.shapes = [];
    this.events = [];
    this.frames = 0;
    this.zoom = 45;
    this.line = 0;
    const later = () => this.later();
    this.strip.addEventListener("scroll", later, { passive: true });
    new ResizeObserver(() => this.resize()).observe(this.strip);
    this.drawing.addEventListener("click", (happening) => this.click(happening));
    this.drawing.addEventListener("pointerdown", (happening) => this.hold(happening));
    this.overview.addEventListener("click", (happening) => {
      const box = this.overview.getBoundingClientRect();
      this.told.play(Math.round((happening.clientX - box.left) / box.width * this.frames));
    });
  }

  show(message) {
    this.message = message;
    this.number = message.number;
    this.frames = message.frames;
    this.events = message.events.map(event);
    this.drawing.setAttribute("aria-label", message.description);
    this.resize();
    this.drawOverview();
    this.drawKey();
  }

  keepShapes(first, shapes) {
    shapes.forEach((text, index) => { this.shapes[first + index] = text; });
    this.later();
  }

  /** Pixels of a second: from the whole in one view to a phrase that fills it. */
  get scale() {
    const least = Math.max(0.02, (this.strip.clientHeight - 8) / Math.max(1, this.frames / rate));
    const most = Math.max(80, least);
    return least * (most / least) ** (this.zoom / 100);
  }

  y(frame) { return frame / rate * this.scale; }

  frameAt(y) { return Math.max(0, Math.min(this.frames, Math.round(y / this.scale * rate))); }

  setZoom(zoom) {
    const middle = this.frameAt(this.strip.scrollTop + this.strip.clientHeight / 2);
    this.zoom = zoom;
    this.resize();
    this.strip.scrollTop = this.y(middle) - this.strip.clientHeight / 2;
  }

  resize() {
    this.length.style.height = `${Math.ceil(this.y(this.frames)) + 8}px`;
    this.later();
  }

  later() {
    if (this.isDue) return;
    this.isDue = true;
    requestAnimationFrame(() => { this.isDue = false; this.draw(); });
  }

  /** The index of the first event that ends after a frame. */
  firstAfter(frame) {
    let [low, high] = [0, this.events.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.events[middle].start <= frame) low = middle + 1; else high = middle;
    }
    // Bells ring over what follows; none rings for more than a minute or so.
    let index = low;
    while (index > 0 && this.events[index - 1].start > frame - 90 * rate) index--;
    return index;
  }

  draw() {
    // On paper something else stands in its place.
    if (!this.message || !this.strip.clientWidth) return;
    const top = this.strip.scrollTop, height = this.strip.clientHeight;
    const margin = height / 2;
    const from = this.frameAt(top - margin), to = this.frameAt(top + height + margin);
    const width = this.strip.clientWidth;
    this.offset = Math.max(0, top - margin);
    const all = this.drawing;
    all.style.top = `${this.offset}px`;
    const tall = Math.ceil(Math.min(this.y(this.frames) + 8 - this.offset, height + 2 * margin));
    all.setAttribute("height", Math.max(1, tall));
    all.setAttribute("viewBox", `0 0 ${Math.max(1, width)} ${Math.max(1, tall)}`);
    all.style.height = `${Math.max(1, tall)}px`;
    const back = shape("g", {}), bells = shape("g", {}), front = shape("g", {}), labels = shape("g", {});
    const grounds = shape("g", {});
    for (const ground of this.message.backgrounds) {
      if (ground.start <= to && ground.start + ground.frames >= from) this.groundInto(grounds, ground, from, to);
    }
    this.ruleInto(back, from, to, width);
    let free = -100, drawn = 0;
    for (let index = this.firstAfter(from); index < this.events.length && drawn < 900; index++) {
      const one = this.events[index];
      if (one.start > to) break;
      if (one.end < from) continue;
      const y = this.y(one.start) - this.offset, tallness = this.y(one.frames);
      if (one.kind === "bell") { this.bellInto(bells, one, y, tallness); drawn++; continue; }
      // What is thinner than a hair is seen in the overview.
      if (tallness < 0.4 && y < free) continue;
      drawn++;
      const here = one.line === this.line && one.file === null ? " here" : "";
      const group = shape("g", { class: `event ${one.isWish ? "wish" : ""}${here}`, "data-event": index });
      if (one.kind === "pause") this.pauseInto(group, one, y, tallness, width);
      if (one.kind === "breath") {
        const rising = one.way === "in";
        group.append(shape("line", { class: "breath", x1: lane - half, x2: lane + half,
          y1: rising ? y + tallness : y, y2: rising ? y : y + tallness }));
      }
      if (one.kind === "speech") {
        this.speechInto(group, one, y, tallness);
        if (y + 11 >= free) {
          // Over the silence that follows: it may be closer than a line is tall.
          const text = shape("text", { class: `words${one.isWish ? " wished" : ""}${here}`, "data-event": index, x: wordsAt, y: y + Math.max(11, Math.min(tallness / 2 + 5, 16)) });
          const most = Math.floor((width - wordsAt - 8) / 6.4);
          text.textContent = one.words.length > most ? `${one.words.slice(0, Math.max(1, most - 1))}…` : one.words;
          labels.append(text);
          free = y + 16;
        }
      }
      front.append(group);
    }
    const marks = shape("g", {});
    for (const [name, start, , line] of this.message.sections) {
      if (start < from || start > to || !name) continue;
      const y = this.y(start) - this.offset;
      marks.append(shape("line", { class: "border", x1: 0, x2: width, y1: y + 0.5, y2: y + 0.5 }));
      const text = shape("text", { class: "section", x: width - 10, y: y + 15, "text-anchor": "end", "data-line": line });
      text.textContent = name;
      marks.append(text);
    }
    const last = this.y(this.frames) - this.offset;
    if (to >= this.frames) {
      marks.append(shape("line", { class: "edge end", x1: 0, x2: width, y1: last, y2: last, "data-end": "" },
        shape("title", {}, "Drag the end: the silences follow")));
    }
    for (const [frame, line] of this.message.pins) {
      if (frame >= from && frame <= to) this.pinInto(marks, this.y(frame) - this.offset, width, frame, line);
    }
    all.replaceChildren(back, front, grounds, bells, labels, marks);
  }

  /** What lies under the session: a column that is narrow where it gives way to words. */
  groundInto(group, ground, from, to) {
    const end = ground.start + ground.frames;
    const at = (frame) => this.y(Math.max(ground.start, Math.min(end, frame))) - this.offset;
    let edge = `M${groundAt},${at(ground.start)} h${groundWide}`;
    const dips = this.message.dips.filter(([first, last]) => last > ground.start && first < end && last + returning > from && first - giving < to);
    for (const [first, last] of dips) {
      edge += ` V${at(first - giving)} L${groundAt + groundSoft},${at(first)} V${at(last)} L${groundAt + groundWide},${at(last + returning)}`;
    }
    group.append(shape("path", { class: "ground", d: `${edge} V${at(end)} H${groundAt} Z` },
      shape("title", {}, `Background: ${ground.background}`)));
    for (const [first, last] of dips) {
      const y = at(first - giving);
      group.append(shape("rect", { class: "dip", x: groundAt, width: groundWide, y, height: Math.max(0, at(last + returning) - y) },
        shape("title", {}, `Background: ${ground.background}, softer under these words`)));
    }
  }

  /** A moment that the text holds fast. */
  pinInto(group, y, width, frame, line) {
    const words = `Held at ${clock(frame)}, whatever the length`;
    const mark = shape("path", { class: "pin", d: `M${ruleWidth - 10},${y} l5,-5 l5,5 l-5,5 Z`, "data-line": line }, shape("title", {}, words));
    const text = shape("text", { class: "pinned", x: width - 10, y: y - 4, "text-anchor": "end", "data-line": line }, shape("title", {}, words));
    text.append(`held at ${clock(frame)}`);
    group.append(shape("line", { class: "pin", x1: ruleWidth, x2: width, y1: y, y2: y }), mark, text);
  }

  /** Says what is drawn how, as far as this picture has it. */
  drawKey() {
    const has = (kind) => this.events.some(kind);
    const sign = (...inside) => shape("svg", { viewBox: "0 0 26 14", width: 26, height: 14, "aria-hidden": "true" }, ...inside);
    const wave = () => shape("polygon", { class: "wave", points: "1,7 6,2 11,5 16,1 25,7 16,13 11,9 6,12" });
    const rows = [
      [has((one) => one.kind === "speech" && !one.isWish), () => sign(wave()), "words"],
      [has((one) => one.isWish), () => sign(shape("g", { class: "wish" }, wave())), "a wish"],
      [has((one) => one.kind === "pause" && !one.isFlexible), () => sign(shape("rect", { class: "exact", width: 26, height: 14 })), "a silence of exactly this length"],
      [has((one) => one.isFlexible), () => sign(shape("path", { class: "flexible", d: "M0,0.5 H22 Q26,4 22,7 Q18,10 22,13.5 H0 Z" })), "a silence that follows the length"],
      [has((one) => one.kind === "bell"), () => sign(shape("polygon", { class: "bell", points: "3,2 23,2 13,14" }), shape("circle", { class: "strike", cx: 13, cy: 3, r: 3 })), "a bell that rings out"],
      [has((one) => one.kind === "breath"), () => sign(shape("line", { class: "breath", x1: 3, y1: 12, x2: 23, y2: 2 })), "a guided breath"],
      [this.message.pins.length > 0, () => sign(shape("line", { class: "pin", x1: 0, x2: 26, y1: 7, y2: 7 }), shape("path", { class: "pin", d: "M8,7 l5,-5 l5,5 l-5,5 Z" })), "a moment held at its time, whatever the length"],
      [this.message.backgrounds.length > 0, () => sign(shape("rect", { class: "ground", x: 8, width: groundWide, height: 14 })), "the background"],
      [this.message.backgrounds.length > 0 && this.message.dips.length > 0, () => sign(shape("path", { class: "ground", d: "M8,0 h9 l-6,4 v6 l6,4 h-9 Z" })), "the background, softer under words"],
    ];
    const key = document.querySelector("#key ul");
    key.replaceChildren(...rows.filter(([isThere]) => isThere).map(([, sign, words]) => {
      const row = document.createElement("li");
      row.append(sign(), words);
      return row;
    }));
  }

  ruleInto(group, from, to, width) {
    const steps = [1, 5, 10, 30, 60, 300, 600, 1800, 3600];
    const step = steps.find((one) => one * this.scale >= 46) ?? 3600;
    for (let at = Math.ceil(from / rate / step) * step; at * rate <= to; at += step) {
      const y = this.y(at * rate) - this.offset;
      group.append(shape("line", { class: "tick", x1: ruleWidth - 6, x2: width, y1: y, y2: y }));
      const text = shape("text", { class: "rule", x: ruleWidth - 10, y: y + (at === 0 ? 11 : 4), "text-anchor": "end" });
      text.textContent = clock(at * rate);
      group.append(text);
    }
  }

  speechInto(group, one, y, tallness) {
    const text = this.shapes[one.shape] ?? "";
    if (text && tallness >= 6) {
      const points = [], back = [];
      for (let place = 0; place < text.length; place++) {
        const level = parseInt(text[place], 20);
        const reach = 1 + (half - 1) * level / 19;
        const at = y + Math.min(tallness, (place + 0.5) / 20 * this.scale);
        points.push(`${lane + reach},${at}`);
        back.unshift(`${lane - reach},${at}`);
      }
      group.append(shape("polygon", { class: "wave", points: [...points, ...back].join(" ") }));
    } else {
      group.append(shape("rect", { class: "wave", x: lane - half * 0.7, width: half * 1.4, y, height: Math.max(1, tallness) }));
    }
    group.append(shape("title", {}, one.words));
  }

  pauseInto(group, one, y, tallness, width) {
    const [left, right] = [ruleWidth + (this.message.backgrounds.length ? 15 : 2), width - 6];
    if (one.isFlexible) {
      // A wavy edge: this one may become another length.
      let edge = `M${left},${y} L${right},${y}`;
      const waves = Math.max(1, Math.min(60, Math.floor(tallness / 6)));
      for (let wave = 0; wave < waves; wave++) {
        const at = y + tallness * (wave + 1) / waves;
        edge += ` Q${right + (wave % 2 ? -4 : 4)},${at - tallness / waves / 2} ${right},${at}`;
      }
      group.append(shape("path", { class: "flexible", d: `${edge} L${left},${y + tallness} Z` }));
    } else {
      group.append(shape("rect", { class: "exact", x: left, width: right - left, y, height: Math.max(0.5, tallness) }));
    }
    const words = one.isFlexible && one.natural !== one.frames
      ? `about ${seconds(one.frames)}, by itself ${seconds(one.natural)}`
      : `${one.isFlexible ? "about " : ""}${seconds(one.frames)}`;
    if (tallness >= 15) {
      const text = shape("text", { class: "seconds", x: wordsAt, y: y + tallness / 2 + 4 });
      text.textContent = words;
      group.append(text);
    }
    group.append(shape("title", {}, words));
    if (one.file === null && tallness >= 4) {
      group.append(shape("line", { class: "edge", x1: left, x2: right, y1: y + tallness, y2: y + tallness, "data-edge": one.index }));
    }
  }

  bellInto(group, one, y, tallness) {
    const reach = 6 + (half - 6) * Math.sqrt(Math.max(0, one.strength));
    // Decibels fall evenly: a bell that rings out is a wedge.
    const bell = shape("g", { class: "event", "data-event": one.index },
      shape("polygon", { class: "bell", points: `${lane - reach},${y} ${lane + reach},${y} ${lane},${y + tallness}` }),
      shape("circle", { class: "strike", cx: lane, cy: y + 2, r: 3 }),
      shape("title", {}, `Bell: ${one.bell}`));
    group.append(bell);
  }

  /** Speech and silence over the whole, in one row. */
  drawOverview() {
    const width = 600, height = 34;
    const columns = new Float64Array(width);
    for (const one of this.events) {
      if (one.kind !== "speech" && one.kind !== "breath") continue;
      const [from, to] = [one.start / this.frames * width, one.end / this.frames * width];
      for (let column = Math.floor(from); column < Math.min(width, to); column++) {
        columns[column] += Math.min(to, column + 1) - Math.max(from, column);
      }
    }
    let path = "";
    columns.forEach((share, column) => {
      if (share > 0.01) path += `M${column},${height}v${-Math.max(2, Math.min(1, share) * (height - 8))}h1V${height}z`;
    });
    const bells = this.events.filter((one) => one.kind === "bell").slice(0, 400)
      .map((one) => shape("circle", { class: "strike", cx: one.start / this.frames * width, cy: 4, r: 2 }));
    const borders = this.message.sections.slice(1, 200).map(([, start]) => {
      const x = start / this.frames * width;
      return shape("line", { class: "tick", x1: x, x2: x, y1: 0, y2: height });
    });
    this.overview.setAttribute("viewBox", `0 0 ${width} ${height}`);
    this.overview.setAttribute("preserveAspectRatio", "none");
    this.overview.setAttribute("aria-label", this.message.description);
    this.overview.replaceChildren(...borders, shape("path", { class: "speech", d: path }), ...bells);
  }

  click(happening) {
    const line = happening.target.getAttribute("data-line");
    if (line) return this.told.line(Number(line));
    if (happening.target.hasAttribute("data-edge") || happening.target.hasAttribute("data-end") || this.hasMoved) return;
    const group = this.groupAt(happening);
    const y = happening.clientY - this.length.getBoundingClientRect().top;
    const frame = this.frameAt(y);
    if (!group) return this.told.play(frame);
    const one = this.events[Number(group.getAttribute("data-event"))];
    if (one.file === null) this.told.line(one.line);
    // Words and bells from their beginning, a silence from where the hand is.
    this.told.play(one.kind === "pause" ? frame : one.start);
  }

  /** Drags the end of a silence; what it becomes is written into the text. */
  hold(happening) {
    const edge = happening.target;
    this.hasMoved = false;
    if (edge.hasAttribute?.("data-end")) return this.drag(happening, edge, 0, this.frames, (frames) => this.told.length(frames), 240000);
    if (!edge.hasAttribute?.("data-edge")) return this.lift(happening);
    const one = this.events[Number(edge.getAttribute("data-edge"))];
    this.drag(happening, edge, one.start, one.frames, (frames, isFlexible) => this.told.stretch(one, frames / rate, isFlexible), rate / 2);
  }

  /** What is under the hand: words before a bell that rings over them. */
  groupAt(happening) {
    const groups = document.elementsFromPoint(happening.clientX, happening.clientY)
      .map((one) => one.closest("[data-event]")).filter((one) => one);
    return groups.find((one) => this.events[Number(one.getAttribute("data-event"))].kind === "speech")
      ?? happening.target.closest?.("[data-event]") ?? null;
  }

  /** Lifts words, which come down between others of their section. */
  lift(happening) {
    const group = this.groupAt(happening);
    const one = group && this.events[Number(group.getAttribute("data-event"))];
    // A finger scrolls.
    if (!one || one.kind !== "speech" || one.file !== null || happening.pointerType === "touch") return;
    const from = happening.clientY;
    const top = () => this.length.getBoundingClientRect().top;
    const mark = shape("line", { class: "drop", x1: ruleWidth, x2: this.strip.clientWidth });
    let goal = null;
    const move = (moved) => {
      if (!this.hasMoved && Math.abs(moved.clientY - from) < 8) return;
      if (!this.hasMoved) { this.hasMoved = true; this.drawing.setPointerCapture(moved.pointerId); }
      group.classList.add("lifted");
      const frame = this.frameAt(moved.clientY - top());
      const words = this.events.filter((other) => other.kind === "speech" && other.file === null);
      const other = words.reduce((best, next) => this.away(next, frame) < this.away(best, frame) ? next : best, words[0]);
      const behind = frame > other.start + other.frames / 2;
      goal = other.line === one.line ? null : { other, behind };
      const y = this.y(behind ? other.end : other.start) - this.offset;
      mark.setAttribute("y1", y);
      mark.setAttribute("y2", y);
      if (goal) this.drawing.append(mark); else mark.remove();
    };
    const end = (released) => {
      this.drawing.removeEventListener("pointermove", move);
      this.drawing.removeEventListener("pointerup", end);
      this.drawing.removeEventListener("pointercancel", end);
      mark.remove();
      group.classList.remove("lifted");
      if (released.type === "pointerup" && goal) this.told.move(one, goal.other, goal.behind);
      this.later();
    };
    this.drawing.addEventListener("pointermove", move);
    this.drawing.addEventListener("pointerup", end);
    this.drawing.addEventListener("pointercancel", end);
  }

  /** How far an event is from a frame. */
  away(one, frame) { return Math.max(one.start - frame, frame - one.end, 0); }

  /** Drags the end of something; `told` gets its new length in whole steps. */
  drag(happening, edge, start, frames, told, step) {
    happening.preventDefault();
    edge.setPointerCapture(happening.pointerId);
    edge.classList.add("held");
    const from = happening.clientY;
    const lengthAt = (y) => Math.max(1, Math.round((frames + (y - from) / this.scale * rate) / step)) * step;
    const move = (moved) => {
      const y = this.y(start + frames) - this.offset + moved.clientY - from;
      edge.setAttribute("y1", y);
      edge.setAttribute("y2", y);
      this.told.hint(step > rate ? clock(lengthAt(moved.clientY)) : seconds(lengthAt(moved.clientY)));
    };
    const end = (released) => {
      edge.classList.remove("held");
      edge.removeEventListener("pointermove", move);
      edge.removeEventListener("pointerup", end);
      edge.removeEventListener("pointercancel", end);
      this.told.hint("");
      if (released.type === "pointerup" && Math.abs(released.clientY - from) > 2) told(lengthAt(released.clientY), released.shiftKey);
      this.later();
    };
    edge.addEventListener("pointermove", move);
    edge.addEventListener("pointerup", end);
    edge.addEventListener("pointercancel", end);
  }

  /** Shows which line the cursor is on. */
  setLine(line) {
    if (line === this.line) return;
    this.line = line;
    this.later();
  }

  /** Brings a frame into sight. */
  reveal(frame) {
    const y = this.y(frame);
    const { scrollTop, clientHeight } = this.strip;
    if (y < scrollTop + 20 || y > scrollTop + clientHeight - 60) this.strip.scrollTop = y - clientHeight / 3;
  }

  /** Shows what sounds; null for nothing. */
  setPlace(frame) {
    this.place.hidden = frame === null;
    if (frame === null) return;
    this.place.style.transform = `translateY(${this.y(frame)}px)`;
  }

  /** The first event of a line, or of the next line that has one. */
  eventOfLine(line) {
    let best = null;
    for (const one of this.events) {
      if (one.file !== null || one.line < line || one.kind === "pause") continue;
      if (!best || one.line < best.line) best = one;
      if (best.line === line) break;
    }
    return best;
  }

  /** The event that sounds at a frame, bells aside. */
  eventAt(frame) {
    let found = null;
    for (let index = this.firstAfter(frame); index < this.events.length; index++) {
      const one = this.events[index];
      if (one.start > frame) break;
      if (one.kind !== "bell") found = one;
    }
    return found;
  }
}
