"use strict";
// Colours for the eye; what is right or wrong is said by the program.
CodeMirror.defineMode("kindly", () => ({
  startState: () => ({ top: true, first: true }),
  blankLine(state) { if (!state.first) state.top = false; },
  token(stream, state) {
    if (stream.sol()) {
      state.first = false;
      stream.eatSpace();
      if (stream.peek() === "#") { state.top = false; stream.match(/^#+\s*/); return "header"; }
      if (stream.peek() === ">") { state.top = false; state.wish = true; stream.next(); return "keyword"; }
      state.heading = false;
      state.wish = false;
      if (stream.match(/^\/\/.*/)) return "comment";
      if (state.top && stream.match(/^[A-Za-z][A-Za-z ]{1,20}:/)) return "attribute";
    }
    const before = stream.string.slice(0, stream.pos);
    if (/^\s*#/.test(before)) { stream.skipToEnd(); return "header"; }
    if (stream.match(/^\\./)) return state.wish ? "string" : null;
    if (stream.match(/^\[[^\]]*\]?/)) { state.top = false; return "keyword"; }
    if (stream.match(/^\{[^}]*\}?/)) return "variable-2";
    if (/(^|\s)$/.test(before) && stream.match(/^\/\/.*/)) return "comment";
    stream.next();
    stream.eatWhile(/[^\\[{/]/);
    return state.wish ? "string" : null;
  },
}));
