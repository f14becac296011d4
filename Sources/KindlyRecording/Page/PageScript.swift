/// What a page to take home does beyond the player of the browser. Without it sound, words and the list
/// of chapters still work.
enum PageScript {
  static let text = """
    (() => {
      'use strict';
      const get = id => document.getElementById(id);
      const sound = get('sound'), play = get('play'), place = get('place');
      const lines = [...document.querySelectorAll('.words p[data-start]')];
      const chapters = [...document.querySelectorAll('#chapters li')];
      const whole = Number(document.body.dataset.length) / 1000;
      const key = 'kindly ' + document.body.dataset.key;
      const breaths = (document.body.dataset.breaths || '').split(',').filter(Boolean).map(text => {
        const [start, moved, end, half] = text.split(' ');
        return { start: Number(start), moved: Number(moved), end: Number(end), inward: half === 'in' };
      });
      const breath = get('breath'), bar = breath.firstElementChild;
      let current = null, lock = null, held = false, kept = -1;

      const clock = seconds => {
        const all = Math.max(0, Math.round(seconds)), pad = n => String(n).padStart(2, '0');
        const hours = Math.floor(all / 3600), rest = Math.floor(all / 60) % 60 + ':' + pad(all % 60);
        return hours ? hours + ':' + rest.padStart(5, '0') : rest;
      };
      const ms = element => Number(element.dataset.start);
      /* The last of some things, in order, that begins at a time or before. */
      const last = (things, time, start = ms) => {
        let low = 0, high = things.length;
        while (low < high) {
          const middle = low + high >> 1;
          if (start(things[middle]) <= time) low = middle + 1; else high = middle;
        }
        return low - 1;
      };
      /* How full a guided breath is, from 0 to 1; null where none is. */
      const fullness = time => {
        const now = breaths[last(breaths, time, breath => breath.start)];
        if (!now || time >= now.end) return null;
        const done = Math.min(1, (time - now.start) / Math.max(1, now.moved - now.start));
        const eased = 3 * done * done - 2 * done * done * done;
        return now.inward ? eased : 1 - eased;
      };
      const breathe = time => {
        const full = sound.paused ? null : fullness(time);
        breath.classList.toggle('rest', full === null);
        if (full !== null) bar.style.transform = 'scaleX(' + full.toFixed(4) + ')';
      };
      const keep = seconds => {
        if (Math.abs(seconds - kept) < 2) return;
        kept = seconds;
        try {
          if (seconds > 5 && seconds < whole - 5) localStorage.setItem(key, seconds.toFixed(1));
          else localStorage.removeItem(key);
        } catch (_) { /* A browser may keep nothing for a file. */ }
      };

      const show = () => {
        const seconds = sound.currentTime, time = seconds * 1000;
        if (!held) place.value = seconds;
        get('now').textContent = clock(seconds);
        get('left').textContent = '-' + clock(whole - seconds);
        place.setAttribute('aria-valuetext', clock(seconds) + ' of ' + clock(whole));
        const index = last(lines, time), line = lines[index];
        const next = line && time < Number(line.dataset.end) + 400 ? line : null;
        if (next !== current) {
          if (current) current.classList.remove('now');
          current = next;
          if (next) {
            next.classList.add('now');
            const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
            if (!sound.paused)
              next.scrollIntoView({ block: 'center', behavior: calm ? 'auto' : 'smooth' });
          }
        }
        if (current) {
          for (const word of current.children) word.classList.toggle('said', ms(word) <= time);
        }
        breathe(time);
        const chapter = last(chapters, time);
        chapters.forEach((item, place) => {
          item.classList.toggle('now', place === chapter);
          if (place === chapter) item.firstChild.setAttribute('aria-current', 'true');
          else item.firstChild.removeAttribute('aria-current');
        });
        keep(seconds);
      };
      const follow = () => {
        show();
        if (!sound.paused && !sound.ended) requestAnimationFrame(follow);
      };
      const awake = async on => {
        try {
          if (on && !lock) lock = await navigator.wakeLock.request('screen');
          else if (!on && lock) { const old = lock; lock = null; await old.release(); }
        } catch (_) { lock = null; /* Not every browser keeps the screen awake. */ }
      };
      const go = seconds => {
        sound.currentTime = Math.min(Math.max(0, seconds), whole - 0.05);
        show();
      };
      const turn = () => sound.paused ? sound.play() : sound.pause();

      chapters.forEach(item => {
        const button = document.createElement('button');
        button.type = 'button';
        button.append(...item.childNodes);
        button.addEventListener('click', () => { go(ms(item) / 1000); sound.play(); });
        item.append(button);
      });
      place.max = whole;
      play.addEventListener('click', turn);
      get('back').addEventListener('click', () => go(sound.currentTime - 15));
      get('on').addEventListener('click', () => go(sound.currentTime + 15));
      place.addEventListener('input', () => { held = true; go(Number(place.value)); });
      place.addEventListener('change', () => { held = false; });
      sound.addEventListener('play', () => {
        play.textContent = 'Pause';
        awake(true);
        requestAnimationFrame(follow);
      });
      sound.addEventListener('pause', () => { play.textContent = 'Play'; awake(false); show(); });
      sound.addEventListener('ended', () => { kept = -1; keep(0); });
      for (const name of ['timeupdate', 'seeked']) sound.addEventListener(name, show);
      document.addEventListener('visibilitychange', () => {
        /* The lock is lost with the page out of sight. */
        if (!document.hidden && !sound.paused) { lock = null; awake(true); }
      });
      document.addEventListener('keydown', event => {
        if (event.altKey || event.ctrlKey || event.metaKey) return;
        const free = event.target === document.body;
        if (event.key === ' ' && free) { event.preventDefault(); turn(); }
        if (event.key === 'ArrowLeft' && free) go(sound.currentTime - 5);
        if (event.key === 'ArrowRight' && free) go(sound.currentTime + 5);
      });
      if ('mediaSession' in navigator) {
        navigator.mediaSession.metadata = new MediaMetadata({ title: document.title });
        const act = (name, what) => {
          try { navigator.mediaSession.setActionHandler(name, what); } catch (_) { }
        };
        act('seekbackward', () => go(sound.currentTime - 15));
        act('seekforward', () => go(sound.currentTime + 15));
      }
      try {
        const before = Number(localStorage.getItem(key));
        if (before > 0 && before < whole) go(before);
      } catch (_) { }
      breath.hidden = breaths.length === 0;
      document.documentElement.classList.add('js');
      show();
    })();
    """
}
