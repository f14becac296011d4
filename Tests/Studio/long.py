"""A practice of ten thousand lines, and typing in it."""


def ten_thousand_lines():
    words = ["soft", "still", "warm", "quiet", "open", "clear", "kind", "calm"]
    return "Title: Long\n\n" + "".join(f"Rest your {words[n % 8]} mind. [1s]\n" for n in range(10_000))


def typing(keys):
    """For `run_async`: types letters in the middle, and answers how long each took to be drawn, in milliseconds."""
    return f"""
      const done = arguments[0], editor = document.querySelector('.CodeMirror').CodeMirror, times = [];
      editor.focus();
      editor.setCursor(5000, 0);
      const step = (left) => {{
        if (!left) return done(times);
        const start = performance.now();
        editor.replaceSelection('a', 'end', '+input');
        requestAnimationFrame(() => setTimeout(() => {{
          times.push(performance.now() - start);
          setTimeout(() => step(left - 1), 90);
        }}));
      }};
      step({keys});"""
