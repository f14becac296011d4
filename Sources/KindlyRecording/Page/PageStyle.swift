/// How a page to take home looks: like a page of a book by day, dark at night, plain when printed.
enum PageStyle {
  static let text = """
    :root { color-scheme: light dark; --paper: #f6f3ec; --ink: #2c2a26; --soft: #6b665c;
      --line: #ddd6c8; --warm: #8a5a2b; --glow: #efe4d2; }
    @media (prefers-color-scheme: dark) {
      :root { --paper: #14161a; --ink: #d9d5cc; --soft: #99948a; --line: #2c3037; --warm: #d3a36f;
        --glow: #23242a; }
    }
    * { box-sizing: border-box; }
    html { background: var(--paper); color: var(--ink); -webkit-text-size-adjust: 100%; }
    body { margin: 0 auto; padding: 2rem 1.25rem 6rem; max-width: 38rem;
      font: 1.125rem/1.65 Georgia, "Noto Serif", serif; overflow-wrap: anywhere; }
    h1 { font-size: 1.7rem; line-height: 1.25; font-weight: normal; margin: 0 0 .3rem; }
    h2 { font-size: 1rem; font-weight: normal; color: var(--soft); margin: 2.4rem 0 .6rem; }
    p { margin: 0 0 .7rem; }
    .about, .care, footer { color: var(--soft); font-size: 1rem; }
    .care { border-left: 3px solid var(--warm); padding-left: .8rem; }
    audio { display: block; width: 100%; margin: 1.4rem 0; }
    .player { display: none; margin: 1rem 0 1.6rem; padding: 1rem 0; position: sticky; top: 0;
      background: var(--paper); border-bottom: 1px solid var(--line); z-index: 1; }
    .js .player { display: block; }
    .js audio { display: none; }
    .keys { display: flex; align-items: center; justify-content: center; gap: 1.2rem; }
    button { font: inherit; color: inherit; background: none; border: 1px solid var(--line);
      border-radius: 2rem; min-width: 3.5rem; min-height: 3.5rem; cursor: pointer; }
    button:hover { background: var(--glow); }
    :focus-visible { outline: 3px solid var(--warm); outline-offset: 2px; }
    #play { min-width: 7rem; min-height: 4.5rem; border-color: var(--warm); border-radius: 3rem;
      font-size: 1.2rem; }
    #place { width: 100%; height: 2.75rem; margin: .8rem 0 0; accent-color: var(--warm); }
    .times { display: flex; justify-content: space-between; color: var(--soft); font-size: .95rem;
      font-variant-numeric: tabular-nums; }
    #breath { height: .5rem; margin-top: .8rem; border-radius: .25rem; background: var(--line);
      overflow: hidden; }
    #breath div { height: 100%; background: var(--warm); transform-origin: left; }
    #breath.rest { visibility: hidden; }
    ol { list-style: none; margin: 1.4rem 0; padding: 0; border-top: 1px solid var(--line); }
    li { border-bottom: 1px solid var(--line); padding: .45rem 0; }
    li time { color: var(--soft); display: inline-block; min-width: 4.5rem;
      font-variant-numeric: tabular-nums; }
    li a { color: inherit; }
    li button { border: 0; border-radius: .4rem; width: 100%; min-height: 2.75rem; text-align: left; }
    li.now { color: var(--warm); }
    .words p { border-radius: .5rem; padding: .15rem .6rem; margin-left: -.6rem; }
    .words .wish { font-style: italic; padding-left: 1.8rem; }
    .words p.now { background: var(--glow); }
    .words p.now span { color: var(--soft); }
    .words p.now span.said { color: var(--ink); }
    @media (prefers-contrast: more) { :root { --soft: var(--ink); --line: var(--ink); } }
    @media print { .player, audio { display: none !important; }
      html { background: #fff; color: #000; } body { padding: 0; } h2 { break-after: avoid; } }
    """
}
