// Writing what is heard beside the practice, in each form there is.

/** Each form by its name, the ending of its file, and which of two pages it is. */
const forms = [
  ["Sound", [
    ["FLAC, nothing lost", "flac"], ["WAV, nothing lost", "wav"], ["MP3", "mp3"], ["Opus, smallest", "opus"],
    ["Ogg Vorbis", "ogg"], ["M4A, needs ffmpeg", "m4a"],
  ]],
  ["For clients", [["Page to listen to, with the sound inside", "html", "listen"]]],
  ["To read", [["Page to read aloud from, or to print", "html", "read"], ["Markdown", "md"], ["What is said, as plain text", "txt"]]],
  ["Captions", [["WebVTT", "vtt"], ["SubRip", "srt"], ["Lyrics for music players", "lrc"]]],
];
const all = forms.flatMap(([, inside]) => inside);

/** Answers what opens the panel. `file` tells the name of the practice's file, `write` has a form written. */
export function asksExport({ write, notice, make, file }) {
  return () => {
    const stem = file().split("/").pop().replace(/\.practice$/, "") || "practice";
    const form = make("select", { "aria-label": "What to write" }, ...forms.map(([group, inside]) =>
      make("optgroup", { label: group }, ...inside.map((one) => make("option", { value: all.indexOf(one) }, one[0])))));
    const name = make("input", { "aria-label": "Name of the file", spellcheck: "false" });
    const replace = make("input", { type: "checkbox", id: "replace" });
    const chosen = () => all[Number(form.value)];
    // A page to read beside one to listen to has a name of its own.
    const suggest = () => { const [, ending, page] = chosen(); name.value = `${stem}${page === "read" ? "-to-read" : ""}.${ending}`; };
    // A name with another ending is another form.
    const follow = () => {
      const ending = name.value.trim().split(".").pop().toLowerCase();
      if (ending === chosen()[1]) return;
      const other = all.find((one) => one[1] === ending);
      if (other) form.value = all.indexOf(other);
    };
    const begin = async () => {
      const page = chosen()[2];
      await write({ name: name.value.trim(), replace: replace.checked, ...(page ? { page } : {}) });
    };
    suggest();
    form.addEventListener("change", suggest);
    name.addEventListener("input", follow);
    name.addEventListener("keydown", (key) => { if (key.key === "Enter") begin(); });
    notice("export", "Write beside the practice:", [], false, make("span", { class: "row" }, form, name,
      make("label", {}, replace, " replace a file that is there"),
      make("button", { type: "button", onclick: begin }, "Write it"),
      make("button", { type: "button", onclick: () => notice("export", "") }, "Leave")));
    form.focus();
  };
}
