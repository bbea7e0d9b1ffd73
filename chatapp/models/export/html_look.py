"""How a page looks: light or dark as its reader has it, and on paper."""

LOOK = """
:root { color-scheme: light dark; --page: #fbfbfd; --text: #1c1d22; --muted: #646873;
  --card: #f0f1f5; --line: #dcdee6; --link: #1d4ed8 }
@media (prefers-color-scheme: dark) { :root { --page: #15161a; --text: #e8e9ee;
  --muted: #9a9ea9; --card: #1f2127; --line: #30333c; --link: #8ab4ff } }
body { margin: 0 auto; max-width: 50rem; padding: 2rem 1.25rem 4rem; color: var(--text);
  background: var(--page); font: 16px/1.5 Inter, "Segoe UI", system-ui, sans-serif }
h1 { margin: 0; font-size: 1.5rem }
header p, footer p { margin: .2rem 0; color: var(--muted) }
footer { margin-top: 2.5rem; border-top: 1px solid var(--line); padding-top: .6rem;
  font-size: .85rem }
h2 { margin: 2rem 0 1rem; font-size: .85rem; color: var(--muted); text-align: center;
  border-bottom: 1px solid var(--line); padding-bottom: .4rem }
.said { display: grid; grid-template-columns: 2.5rem 1fr; gap: 0 .8rem;
  margin-top: 1rem }
.face { width: 2.5rem; height: 2.5rem }
.emoji svg { width: 1.3em; height: 1.3em; vertical-align: -.27em }
.emoji span { position: absolute; clip-path: inset(50%); font-size: 1px }
.emoji { position: relative; white-space: nowrap }
.drawn { position: absolute; width: 0; height: 0 }
.who { font-weight: 600 } time, .edited { color: var(--muted); font-size: .8rem }
.words { overflow-wrap: anywhere; min-width: 0 }
.words p { margin: 0; white-space: pre-wrap }
.words .quote { color: var(--muted); font-size: .9rem; padding-left: .6rem;
  border-left: 3px solid var(--line); white-space: nowrap; overflow: hidden;
  text-overflow: ellipsis }
.reactions span { display: inline-block; margin: .3rem .3rem 0 0; padding: 0 .5rem;
  border: 1px solid var(--line); border-radius: 1rem; background: var(--card);
  font-size: .85rem }
.change, .act { color: var(--muted); font-size: .9rem; margin: .5rem 0 0 3.3rem }
.act { color: var(--text); font-style: italic }
pre { background: var(--card); border: 1px solid var(--line); border-radius: .6rem;
  padding: .7rem .9rem; overflow: auto; margin: .4rem 0 } a { color: var(--link) }
code { font-family: ui-monospace, Consolas, monospace; font-size: .92em }
blockquote { margin: .2rem 0; padding-left: .8rem; border-left: 3px solid var(--line) }
@media print { :root { --page: #fff; --text: #000; --muted: #444; --card: #fff;
  --line: #bbb; --link: #000 } body { max-width: none; padding: 0; font-size: 11pt }
  .said, .change, .act, .reactions { break-inside: avoid } h2 { break-after: avoid }
  pre { white-space: pre-wrap } }
"""
