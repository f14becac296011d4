// What may be typed at the cursor, what is there already, and how a word is said; the program knows.

/** Paragraphs of Markdown as elements: bold, code and escapes, which is all that help has. */
export function markdown(paragraphs, make) {
  return paragraphs.map((paragraph) => {
    const parts = paragraph.match(/\*\*(?:\\.|[^*\\])+\*\*|`[^`]*`|(?:\\.|[^`*\\])+|[\s\S]/g) ?? [];
    const plain = (text) => text.replace(/\\(.)/g, "$1");
    return make("p", {}, ...parts.map((part) =>
      part.length > 4 && part.startsWith("**") ? make("strong", {}, plain(part.slice(2, -2)))
        : part.length > 1 && part.startsWith("`") ? make("code", {}, part.slice(1, -1)) : plain(part)));
  });
}

/** Completion: Ctrl-Space, or by itself behind `[` and `{`. */
export function completes(editor, live, address, make) {
  const hint = async () => {
    const cursor = editor.getCursor();
    // The program has to know what was typed last.
    for (let wait = 0; !live.isKept && wait < 50; wait++) await new Promise((wake) => setTimeout(wake, 20));
    if (!live.isKept || CodeMirror.cmpPos(cursor, editor.getCursor()) !== 0) return null;
    const answer = await fetch(address("/complete", `&rev=${live.revision}&line=${cursor.line}&column=${cursor.ch}`));
    if (!answer.ok) return null;
    const typed = (one) => editor.getRange(CodeMirror.Pos(...one.from), cursor).trim().toLowerCase();
    const fits = (await answer.json()).filter((one) => one.label.toLowerCase().includes(typed(one)));
    const begins = (one) => one.label.toLowerCase().startsWith(typed(one)) ? 0 : 1;
    fits.sort((one, other) => begins(one) - begins(other));
    if (!fits.length) return null;
    return {
      from: CodeMirror.Pos(...fits[0].from), to: CodeMirror.Pos(...fits[0].to),
      list: fits.slice(0, 80).map((one) => ({
        text: one.put, from: CodeMirror.Pos(...one.from), to: CodeMirror.Pos(...one.to),
        render(row) { row.append(make("b", {}, one.label), make("span", { class: "meaning" }, one.meaning)); },
      })),
    };
  };
  const complete = () => editor.showHint({ hint, completeSingle: false, updateOnCursorActivity: true });
  editor.on("inputRead", (_, change) => {
    if (/^[[{]$/.test(change.text.join("\n")) && !editor.state.completionActive) complete();
  });
  return complete;
}

/** "Say it as": for the word that was double-clicked, or at the cursor. */
export function pronounces(editor, { picture, sound, gesture, notice, address, make }) {
  return () => {
    const cursor = editor.getCursor();
    const range = editor.somethingSelected()
      ? { anchor: editor.getCursor("from"), head: editor.getCursor("to") } : editor.findWordAt(cursor);
    const word = editor.getRange(range.anchor, range.head).trim();
    const isSpoken = picture.events.some((one) => one.kind === "speech" && one.file === null && one.line === range.anchor.line + 1);
    if (!isSpoken || !/^[\p{L}\p{M}\p{N}'’-]{1,60}$/u.test(word)) return notice("pronounce", "");
    const spelling = make("input", { "aria-label": `Say ${word} as`, placeholder: "meh-tah", spellcheck: "false" });
    const leave = () => { notice("pronounce", ""); editor.focus(); };
    const write = async () => { if (await gesture({ do: "pronounce", word, as: spelling.value.trim() })) leave(); };
    const hear = () => sound.playSamples(address("/spoken", `&words=${encodeURIComponent(spelling.value.trim() || word)}`));
    spelling.addEventListener("keydown", (key) => {
      if (key.key === "Enter") write();
      if (key.key === "Escape") leave();
    });
    notice("pronounce", `Say “${word}” as`, [], false, make("span", {}, spelling, " ",
      ...[["Hear it", hear], ["Write it", write], ["Leave", leave]].map(([words, act]) => make("button", { type: "button", onclick: act }, words))));
    return spelling;
  };
}
