import { Live } from "/page/live.js";
import { Sound } from "/page/sound.js";
import { PictureView, clock } from "/page/picture.js";
import { Machine } from "/page/machine.js";
import { asksExport } from "/page/export.js";
import { Voice } from "/page/voice.js";
import { completes, markdown, pronounces } from "/page/authoring.js";

const $ = (id) => document.getElementById(id);
const query = new URLSearchParams(location.search);
const doc = query.get("doc") ?? "";
const of = (path, more = "") => `${path}?doc=${encodeURIComponent(doc)}${more}`;

/** An element with text; what anybody wrote is only ever text. */
function make(name, members = {}, ...inside) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(members)) {
    if (key.startsWith("on")) node.addEventListener(key.slice(2), value);
    else if (value !== null && value !== undefined) node.setAttribute(key, value);
  }
  node.append(...inside);
  return node;
}

/** Asks the program; answers what it says, or says why not. */
async function ask(path, body) {
  try {
    const answer = await fetch(of(path), {
      method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body ?? {}),
    });
    const said = await answer.json();
    if (!answer.ok) { notice("ask", said.refused, [], true); return null; }
    notice("ask", "");
    return said;
  } catch {
    notice("ask", "The program does not answer.", [], true);
    return null;
  }
}

const notices = new Map();
/** Shows a sentence above the text, with what can be done; an empty one goes away. */
function notice(kind, sentence, actions = [], isBad = false, more = null) {
  notices.get(kind)?.remove();
  notices.delete(kind);
  if (!sentence) return;
  const row = make("div", { class: isBad ? "notice bad" : "notice" }, make("span", {}, sentence));
  for (const [words, act] of actions) row.append(make("button", { type: "button", onclick: act }, words));
  if (more) row.append(more);
  notices.set(kind, row);
  $("notices").append(row);
}

const list = await (await fetch("/library")).json();
if (query.has("library") || (!list.given && !doc)) showLibrary(); else showDocument();

function showLibrary() {
  for (const part of [document.querySelector("main"), document.querySelector("footer"), $("fields"), $("save"), $("voice"), $("export"), $("import")]) part.hidden = true;
  $("shelf").hidden = false;
  if (!list.given) $("library").hidden = true; else { $("library").textContent = list.given; $("library").href = "/"; }
  for (const one of list.practices) {
    $("practices").append(make("li", {},
      make("a", { href: `/?doc=${encodeURIComponent(one.name)}` }, one.title),
      one.own ? ` (${one.name}, your own)` : ` (${one.name})`));
  }
}

function showDocument() {
  const editor = CodeMirror($("editor"), {
    mode: "kindly", lineNumbers: true, lineWrapping: true, lineSeparator: "\n",
    inputStyle: "contenteditable", styleActiveLine: true, spellcheck: true, cursorBlinkRate: 0,
    gutters: ["recordings", "CodeMirror-lint-markers", "CodeMirror-linenumbers"],
    extraKeys: {
      Tab: false, "Shift-Tab": false, "Ctrl-S": save, "Cmd-S": save,
      "Ctrl-Enter": playLine, "Cmd-Enter": playLine, "Shift-Ctrl-Enter": playSecondBefore,
      "Alt-Up": () => toPhrase(-1), "Alt-Down": () => toPhrase(1),
      "Ctrl-,": () => nudge(-1), "Ctrl-.": () => nudge(1),
      "Shift-Alt-Up": () => moveLine(false), "Shift-Alt-Down": () => moveLine(true),
      "Ctrl-Space": () => complete(), F1: tellHelp, "Alt-R": () => voice.toggle(),
      "Alt-P": () => pronounce()?.focus(),
      Esc: silence,
    },
  });
  const field = editor.getInputField();
  field.setAttribute("role", "textbox");
  field.setAttribute("aria-multiline", "true");
  field.setAttribute("aria-label", "The practice");
  editor.on("focus", () => editor.setOption("cursorBlinkRate", 530));
  editor.on("blur", () => editor.setOption("cursorBlinkRate", 0));
  editor.on("beforeChange", (_, change) => {
    // Half a character can't be written to a file.
    const whole = change.text.map((line) => line.toWellFormed ? line.toWellFormed() : line);
    if (change.update && whole.some((line, index) => line !== change.text[index])) change.update(null, null, whole);
  });

  const fields = makeFields();
  let isExportTold = false;
  let problems = [], problemsTold = "[]", problemsOf = -1, isSounding = false, shownLine = 0;
  editor.setOption("lint", {
    lintOnChange: false,
    getAnnotations: () => problems.map((one) => ({
      from: CodeMirror.Pos(...one.from), to: ending(one), severity: one.severity,
      message: `${one.message} ${one.hint}`,
    })),
  });
  const picture = new PictureView({
    play: (frame) => sound.play(picture.number, frame, picture.frames),
    line: (line) => toLine(line),
    stretch: (one, length, isFlexible) => gesture({ do: "silence", line: one.line, event: one.index, seconds: length, about: isFlexible }),
    length: (frames) => gesture({ do: "length", seconds: frames / 48000 }),
    move: (one, other, behind) => gesture({ do: "move", line: one.line, to: other.line, behind }),
    hint: (words) => { if (words) $("clock").textContent = words; else tellClock(); },
  });
  const sound = new Sound(doc, (what) => {
    if (what === "moved") return playAgain();
    if (what === "silent") notice("sound", "The program does not answer, so nothing sounds.", [], true);
    $("play").textContent = sound.isPlaying ? "Stop" : "Play";
    if (what === "begins") {
      notice("sound", "");
      if (machine.isPlaying) machine.stop();
      requestAnimationFrame(follow);
    }
    if (!sound.isPlaying && !machine.isPlaying) { picture.setPlace(null); markSounding(0); tellClock(); }
  });
  const machine = new Machine(ask, (what, sentence) => {
    $("machine").textContent = machine.isPlaying ? "Stop here" : "Play here";
    notice("machine", sentence ?? "", [], true);
    if (what === "begins") { sound.stop(); requestAnimationFrame(follow); return; }
    if (!sound.isPlaying) { picture.setPlace(null); markSounding(0); tellClock(); }
  });
  const live = new Live(doc, editor, take);
  const voice = new Voice({ editor, sound, picture, gesture, toLine, address: of, $, make });
  const complete = completes(editor, live, of, make);
  const pronounce = pronounces(editor, { picture, sound, gesture, notice, address: of, make });
  editor.on("dblclick", () => setTimeout(pronounce));
  window.addEventListener("beforeunload", (leaving) => { if (!live.isKept) leaving.preventDefault(); });

  function take(message) {
    switch (message.is) {
      case "connected": notice("gone", ""); break;
      case "gone":
        machine.forget();
        notice("gone", "Kindly studio has ended, or can't be reached. What you typed is kept; start it again with 'kindly studio' and go on there.", [], true);
        break;
      case "text": fields.keep(message.values); $("title").textContent = message.name || list.given; break;
      case "ack": notice("trouble", ""); break;
      case "trouble": notice("trouble", message.sentence, [], true); break;
      case "standing": standing(message); break;
      case "checked": checked(message); break;
      case "picture": showPicture(message); break;
      case "export":
        isExportTold = true;
        if (message.done) notice("export", message.sentence, [["Good", () => notice("export", "")]]);
        else notice("export", `Writing: ${message.share} %`, [], false, make("progress", { max: 100, value: message.share, "aria-label": "Written" }));
        break;
      case "machine": machine.take(message); break;
      case "shapes": picture.keepShapes(message.first, message.shapes); break;
      default: break;
    }
  }

  // Saving

  async function save() { if (await ask("/save")) editor.focus(); }

  function standing(message) {
    $("file").textContent = message.file;
    $("standing").textContent = message.unsaved ? "Not saved; kept as a draft"
      : message.isThere ? "Saved" : "Not there yet; Save makes it";
    $("save").disabled = !message.unsaved && message.isThere;
    document.title = `${message.unsaved ? "• " : ""}${$("title").textContent} – Kindly studio`;
    const choose = (keep) => async () => {
      const said = await ask("/choose", { keep });
      if (said?.kept) notice("kept", `The other version is kept as ${said.kept}.`, [["Good", () => notice("kept", "")]]);
    };
    if (message.outside !== null) {
      const theirs = make("details", {}, make("summary", {}, "Show the file"), make("pre", {}, message.outside));
      notice("outside", "Another program changed the file while you were writing. Which version stays here? The other one is kept too.",
        [["Mine", choose("mine")], ["The file's", choose("theirs")]], true, theirs);
      notice("restored", "");
    } else {
      notice("outside", "");
      notice("restored", message.restored ? "This is what you typed last time and did not save." : "",
        message.restored ? [["Take the saved file instead", choose("saved")]] : []);
    }
  }

  // Problems

  function checked(message) {
    problems = message.problems;
    problemsOf = message.rev;
    $("time").classList.toggle("old", !message.sounds);
    $("empty").hidden = message.sounds || picture.frames > 0;
    if (!message.sounds) $("empty").textContent = "The picture comes when the problems below the text are fixed.";
    fields.show(message.fields);
    fields.ask(message.values);
    notice("lack", message.lack ?? "", [], true);
    const told = JSON.stringify(problems);
    if (told === problemsTold) return;
    problemsTold = told;
    editor.performLint();
    const rows = problems.slice(0, 50).map((one) => {
      const row = make("li", {},
        make("span", { class: one.severity }, one.severity === "error" ? "Error" : "Note"),
        make("a", { href: "#", class: "where", onclick: (click) => { click.preventDefault(); toLine(one.from[0] + 1, one.from[1]); editor.focus(); } }, `line ${one.from[0] + 1}`),
        make("span", {}, one.message), make("span", {}, one.hint));
      if (one.fix !== null) {
        const put = one.fix.put;
        row.append(make("button", { type: "button", onclick: () => fix(one.fix) }, put ? `Write ${put.trim() || put}` : "Take it out"));
      }
      return row;
    });
    if (problems.length > 50) rows.push(make("li", {}, `${problems.length - 50} more problems are not shown.`));
    $("problems").replaceChildren(...rows);
  }

  /** A problem between two characters is shown at the one before or after. */
  function ending(one) {
    const [line, column] = one.to;
    if (one.from[0] !== line || one.from[1] !== column) return CodeMirror.Pos(line, column);
    return CodeMirror.Pos(line, column + 1);
  }

  function fix(one) {
    if (problemsOf !== live.revision || !live.isKept) return;
    editor.replaceRange(one.put, CodeMirror.Pos(...one.from), CodeMirror.Pos(...one.to), "+fix");
    editor.focus();
  }

  // The picture

  function showPicture(message) {
    if (message.title) $("title").textContent = message.title;
    picture.show(message);
    $("empty").hidden = true;
    tellClock();
    fields.reach(message);
    voice.update();
    tellSaid();
    toPaper();
  }

  function tellClock() {
    if (picture.frames) $("clock").textContent = `${clock(picture.frames)}, ${Math.round(picture.message.silence * 100)} % silence`;
  }

  $("zoom").addEventListener("input", () => picture.setZoom(Number($("zoom").value)));

  // On paper the whole is drawn in rows; it lies ready when the hand has rested, as printing waits for nothing.

  let paperTimer = 0;
  // Milliseconds; the browser reads a long drawing between two keys.
  const PAPER_REST = 4000;
  function toPaper() {
    clearTimeout(paperTimer);
    const { number, message } = picture;
    paperTimer = setTimeout(() => {
      $("paper").alt = `${message.title}: ${message.description}`;
      $("paper").src = of("/printed", `&picture=${number}`);
    }, PAPER_REST);
  }

  // Hearing

  function playFrom(frame) { sound.play(picture.number, frame, picture.frames); }

  function playLine() {
    const one = picture.eventOfLine(editor.getCursor().line + 1);
    if (one) playFrom(one.start);
  }

  function playSecondBefore() {
    const one = picture.eventOfLine(editor.getCursor().line + 1);
    if (one) playFrom(Math.max(0, one.start - 48000));
  }

  function silence() {
    sound.stop();
    if (machine.isPlaying) machine.stop();
  }

  function toggle() { if (sound.isPlaying || machine.isPlaying) silence(); else playLine(); }

  /** From the cursor on the sound device of the machine, or the end of it. */
  function toggleMachine() {
    if (machine.isPlaying) return machine.stop();
    const one = picture.eventOfLine(editor.getCursor().line + 1);
    if (one) machine.play(picture.number, one.start);
  }

  /** The picture that sounded is gone: the same words go on in the newest one. */
  function playAgain() {
    const line = shownLine || editor.getCursor().line + 1;
    sound.stop();
    const one = picture.eventOfLine(line);
    if (one) playFrom(one.start);
  }

  function follow() {
    if (!sound.isPlaying && !machine.isPlaying) return;
    const frame = sound.isPlaying ? sound.frame : machine.frame;
    if (frame !== null) {
      picture.setPlace(frame);
      $("clock").textContent = `${clock(frame)} of ${clock(picture.frames)}`;
      const one = picture.eventAt(frame);
      if (one && one.file === null && one.line !== shownLine) { picture.reveal(frame); markSounding(one.line); }
    }
    requestAnimationFrame(follow);
  }

  function markSounding(line) {
    if (shownLine) editor.removeLineClass(shownLine - 1, "background", "sounds");
    shownLine = line;
    if (!line) return;
    editor.addLineClass(line - 1, "background", "sounds");
    editor.scrollIntoView({ line: Math.min(line - 1, editor.lastLine()), ch: 0 }, 60);
  }

  $("play").addEventListener("click", () => { if (sound.isPlaying) sound.stop(); else playLine(); });
  $("machine").addEventListener("click", toggleMachine);
  $("strip").addEventListener("keydown", (key) => {
    if (key.key === " ") { key.preventDefault(); toggle(); }
    if (key.key === "ArrowDown" || key.key === "ArrowUp") { key.preventDefault(); toPhrase(key.key === "ArrowDown" ? 1 : -1); }
    if (key.key === "Escape") silence();
  });
  document.addEventListener("keydown", (key) => {
    if (key.key !== " " || key.target !== document.body) return;
    key.preventDefault();
    toggle();
  });

  // Places

  function toLine(line, column = 0) {
    editor.setCursor({ line: line - 1, ch: column });
    editor.scrollIntoView({ line: line - 1, ch: 0 }, 80);
  }

  function toPhrase(step) {
    const line = editor.getCursor().line + 1;
    const lines = [...new Set(picture.events.filter((one) => one.kind === "speech" && one.file === null).map((one) => one.line))].sort((one, other) => one - other);
    const next = step > 0 ? lines.find((one) => one > line) : lines.findLast((one) => one < line);
    if (!next) return;
    toLine(next);
    if (sound.isPlaying) playLine();
  }

  let saidTimer = 0, help = [];

  /** Help that stays until it is put away, and that screen readers read out. */
  async function tellHelp() {
    await showSaid(editor.getCursor().line + 1);
    const words = help.length ? "" : "The language says nothing about this place: these are words to be spoken.";
    notice("help", words || "Help:", [["Close", () => { notice("help", ""); editor.focus(); }]], false,
      make("div", { class: "help" }, ...markdown(help, make)));
  }
  editor.on("cursorActivity", () => {
    const line = editor.getCursor().line + 1;
    picture.setLine(line);
    const one = picture.eventOfLine(line);
    if (one && one.line === line && !sound.isPlaying && !machine.isPlaying) picture.reveal(one.start);
    tellSaid();
  });

  function tellSaid() {
    clearTimeout(saidTimer);
    saidTimer = setTimeout(() => showSaid(editor.getCursor().line + 1), 250);
  }

  async function showSaid(line) {
    if (!picture.frames) return;
    try {
      const column = editor.getCursor().ch;
      const answer = await (await fetch(of("/said", `&line=${line}&column=${column}&rev=${live.revision}`))).json();
      if (line !== editor.getCursor().line + 1 || !answer.said) return;
      help = answer.help;
      $("help").replaceChildren(...markdown(help, make));
      $("said").replaceChildren(...answer.said.slice(0, 4).map((one) => {
        const row = make("p", {}, make("span", {}, `Said: ${one.said}`));
        if (one.ipa) row.append(" ", make("span", { class: "ipa", lang: "en-fonipa" }, `/${one.ipa.trim()}/`));
        return row;
      }));
    } catch { /* The next move of the cursor asks again. */ }
  }

  // Gestures: the program says how the text changes; the change is one that can be undone.

  async function gesture(wish) {
    if (!live.isKept) return false;
    const revision = live.revision;
    const said = await ask("/change", { ...wish, rev: revision });
    if (!said || live.revision !== revision || !live.isKept) return false;
    editor.operation(() => {
      for (const change of said.changes) {
        editor.replaceRange(change.put, editor.posFromIndex(change.at), editor.posFromIndex(change.at + change.cut), "+gesture");
      }
    });
    return true;
  }

  /** The line of the cursor goes past the next words of its section. */
  async function moveLine(behind) {
    const { line, ch } = editor.getCursor();
    const words = editor.getLine(line);
    if (!await gesture({ do: "move", line: line + 1, behind })) return;
    for (let at = line; at >= 0 && at < editor.lineCount(); at += behind ? 1 : -1) {
      if (editor.getLine(at) === words) return editor.setCursor({ line: at, ch });
    }
  }

  // In and out

  async function importFile(file) {
    if (file.size > 12e6) return notice("import", "A script to import has at most 12 MB.", [], true);
    let said;
    try {
      const answer = await fetch(of("/import", `&name=${encodeURIComponent(file.name ?? "The text")}`), { method: "POST", body: file });
      said = await answer.json();
      if (!answer.ok) return notice("import", said.refused, [], true);
    } catch { return notice("import", "The program does not answer.", [], true); }
    const leave = () => { notice("import", ""); editor.focus(); };
    const whole = () => { editor.operation(() => editor.setValue(said.text)); leave(); };
    const here = () => { editor.replaceSelection(said.text, "around", "+import"); leave(); };
    const more = make("details", { open: "" }, make("summary", {}, "Look at both"),
      ...said.places.map((place) => make("p", {}, `Line ${place.line}: ${place.words} – ${place.what}`)),
      make("div", { class: "both" }, make("pre", {}, said.source || "(a document)"), make("pre", {}, said.text)));
    notice("import", said.sentence, [["Put it in place of the text", whole], ["Put it at the cursor", here], ["Leave it", leave]], false, more);
  }

  $("export").addEventListener("click", asksExport({
    notice, make, file: () => $("file").textContent,
    async write(wish) {
      isExportTold = false;
      // What is small is written before the answer comes.
      if (await ask("/export", wish) && !isExportTold) notice("export", "Writing");
    },
  }));
  $("import").addEventListener("click", () => $("script").click());
  $("script").addEventListener("change", () => { if ($("script").files[0]) importFile($("script").files[0]); $("script").value = ""; });
  editor.on("drop", (_, dropped) => {
    const file = dropped.dataTransfer.files[0];
    if (!file) return;
    dropped.preventDefault();
    dropped.codemirrorIgnore = true;
    importFile(file);
  });

  // The fields above the text are lines of its header.

  function makeFields() {
    const kinds = [["Length", null], ["Voice", list.voices], ["Bell", ["none", ...list.bells]],
      ["Background", ["none", ...list.backgrounds]], ["Phrases", list.phrases], ["Toward", null]];
    const inputs = new Map();
    const reach = make("span", { id: "reach" });
    $("fields").addEventListener("submit", (sent) => sent.preventDefault());
    for (const [key, choices] of kinds) {
      const input = choices ? make("select", {}, make("option", { value: "" }, "as usual"),
        ...choices.map((name) => make("option", { value: name }, name))) : make("input", { size: 9, spellcheck: "false" });
      input.addEventListener("change", () => gesture({ do: "field", key, value: input.value }));
      inputs.set(key, input);
      $("fields").append(make("label", {}, key, input));
      if (key === "Length") $("fields").append(reach);
    }
    // Values stay with the program as long as it runs; no name of anybody is written into the practice.
    let values = {};
    const asked = new Map();
    return {
      keep(known) { values = known; },
      ask(names) {
        for (const [name, label] of asked) if (!names.includes(name)) { label.remove(); asked.delete(name); }
        for (const name of names) {
          if (asked.has(name)) continue;
          const input = make("input", { spellcheck: "false" });
          input.value = values[name] ?? "";
          input.addEventListener("change", () => {
            values = { ...values, [name]: input.value };
            live.tell({ do: "values", values });
          });
          const label = make("label", {}, `{${name}}`, input);
          asked.set(name, label);
          $("fields").append(label);
        }
      },
      show(values) {
        for (const [key, input] of inputs) {
          const value = values[key] ?? "";
          if (input === document.activeElement && input.tagName === "INPUT") continue;
          if (input.tagName === "SELECT" && ![...input.options].some((one) => one.value === value)) {
            input.append(make("option", { value }, value));
          }
          input.value = value;
        }
      },
      reach(message) {
        reach.textContent = message.longest === null ? `from ${clock(message.shortest)}`
          : `${clock(message.shortest)} to ${clock(message.longest)}`;
      },
    };
  }

  function nudge(step) { gesture({ do: "nudge", line: editor.getCursor().line + 1, column: editor.getCursor().ch, step }); }

  $("save").addEventListener("click", save);
}
