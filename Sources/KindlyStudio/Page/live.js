// One text in several pages and the program: each change is a splice, counted in UTF-16.

/** The smallest change that makes one text another, whole characters; null where they are equal. */
export function difference(old, now) {
  if (old === now) return null;
  const most = Math.min(old.length, now.length);
  let head = 0;
  while (head < most && old.charCodeAt(head) === now.charCodeAt(head)) head++;
  let tail = 0;
  while (tail < most - head
    && old.charCodeAt(old.length - 1 - tail) === now.charCodeAt(now.length - 1 - tail)) tail++;
  const isLow = (text, at) => (text.charCodeAt(at) & 0xfc00) === 0xdc00;
  if (isLow(old, head) || isLow(now, head)) head--;
  if (tail > 0 && (isLow(old, old.length - tail) || isLow(now, now.length - tail))) tail--;
  return { at: head, cut: old.length - tail - head, put: now.slice(head, now.length - tail) };
}

/** A text after a change. */
export function changed(text, splice) {
  return text.slice(0, splice.at) + splice.put + text.slice(splice.at + splice.cut);
}

/** The parts of a change where the text has a change of its own already, which stays. */
export function shifted(other, own) {
  if (!own) return [other];
  const end = other.at + other.cut;
  const ownEnd = own.at + own.cut;
  const grown = own.put.length - own.cut;
  if (end <= own.at) return [other];
  if (other.at >= ownEnd) return [{ ...other, at: other.at + grown }];
  // They overlap: what was typed here stays, and what is around it goes.
  const parts = [];
  if (end > ownEnd) parts.push({ at: ownEnd + grown, cut: end - ownEnd, put: "" });
  const at = Math.min(other.at, own.at);
  parts.push({ at, cut: Math.max(0, own.at - other.at), put: other.put });
  return parts;
}

/** The connection of a page with its document. */
export class Live {
  constructor(name, editor, told) {
    this.editor = editor;
    this.told = told;
    this.shadow = null;
    this.sent = null;
    this.refused = null;
    this.revision = 0;
    this.pause = 500;
    const scheme = location.protocol === "https:" ? "wss:" : "ws:";
    this.address = `${scheme}//${location.host}/live?doc=${encodeURIComponent(name)}`;
    editor.on("changes", () => this.send());
    this.connect();
  }

  connect() {
    this.socket = new WebSocket(this.address);
    this.socket.onmessage = (event) => this.take(JSON.parse(event.data));
    this.socket.onopen = () => { this.pause = 500; this.told({ is: "connected" }); };
    this.socket.onclose = () => {
      this.sent = null;
      this.told({ is: "gone" });
      setTimeout(() => this.connect(), this.pause);
      this.pause = Math.min(this.pause * 2, 15000);
    };
  }

  /** Whether everything typed is kept by the program. */
  get isKept() { return this.shadow === this.editor.getValue() && !this.sent; }

  tell(message) {
    if (this.socket.readyState === WebSocket.OPEN) this.socket.send(JSON.stringify(message));
  }

  send() {
    if (this.sent || this.shadow === null || this.socket.readyState !== WebSocket.OPEN) return;
    const text = this.editor.getValue();
    if (text === this.refused) return;
    const splice = difference(this.shadow, text);
    if (!splice) return;
    this.sent = { text, revision: this.revision };
    this.tell({ do: "edit", base: this.revision, ...splice });
  }

  take(message) {
    if (message.is === "text") {
      this.sent = null;
      if (this.shadow === null) {
        this.editor.setValue(message.text);
        this.editor.clearHistory();
      } else {
        const other = difference(this.shadow, message.text);
        if (other) this.apply(other);
      }
      this.shadow = message.text;
      this.revision = message.rev;
      this.told(message);
      this.send();
    } else if (message.is === "ack") {
      this.shadow = this.sent.text;
      this.sent = null;
      this.revision = message.rev;
      this.send();
      this.told(message);
    } else if (message.is === "edit") {
      this.apply(message);
      this.shadow = changed(this.shadow, message);
      this.revision = message.rev;
      this.send();
    } else if (message.is === "stale") {
      const sent = this.sent;
      this.sent = null;
      // Refused though nobody else changed anything: it is too much. It stays here, and is told.
      if (sent && sent.revision === this.revision) {
        this.refused = sent.text;
        this.told({ is: "trouble", sentence: "This text is too long to be kept: a practice has at most 1 MiB." });
      }
      this.send();
    } else {
      this.told(message);
    }
  }

  /** Applies somebody else's change around what was typed here meanwhile. */
  apply(other) {
    const own = difference(this.shadow, this.editor.getValue());
    this.editor.operation(() => {
      for (const part of shifted(other, own)) {
        const from = this.editor.posFromIndex(part.at);
        const to = this.editor.posFromIndex(part.at + part.cut);
        this.editor.replaceRange(part.put, from, to, "+other");
      }
    });
  }
}
