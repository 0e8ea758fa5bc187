/** The style of the description's page. */
export const docsStyle = `
:root { color-scheme: light dark; --line: #8884; --accent: #0b5e8a; --soft: #8881; }
@media (prefers-color-scheme: dark) { :root { --accent: #7cc4ee; } }
* { box-sizing: border-box; }
body { margin: 0; font: 16px/1.6 system-ui, 'Be Vietnam Pro', 'Noto Sans Khmer', sans-serif; }
a { color: var(--accent); }
nav { position: sticky; top: 0; background: Canvas; border-bottom: 1px solid var(--line); z-index: 1; }
nav ul { display: flex; flex-wrap: wrap; gap: 4px 16px; list-style: none; margin: 0; padding: 8px 16px; }
main { max-width: 70rem; margin: 0 auto; padding: 0 16px 64px; }
section { scroll-margin-top: 6rem; }
h2 { margin-top: 2.5rem; border-bottom: 2px solid var(--accent); text-transform: capitalize; }
h3 { margin: 1rem 0 0.25rem; font-size: 1rem; }
code, pre { font-family: ui-monospace, 'Cascadia Mono', Menlo, monospace; font-size: 0.875rem; }
pre { overflow: auto; padding: 12px; background: var(--soft); border-radius: 6px; }
details { scroll-margin-top: 6rem; margin: 8px 0; }
details.operation { border: 1px solid var(--line); border-radius: 8px; padding: 0 12px; }
details.operation[open] { padding-bottom: 12px; }
details:target { outline: 2px solid var(--accent); outline-offset: 2px; }
summary { cursor: pointer; padding: 8px 0; overflow-wrap: anywhere; }
.method { display: inline-block; min-width: 4.5rem; font-weight: 700; font-size: 0.8rem; }
.get { color: #1a7f4b; } .post { color: #0b63c4; } .put, .patch { color: #a15c00; } .delete { color: #c22f2f; }
@media (prefers-color-scheme: dark) {
  .get { color: #6fd39b; } .post { color: #82b9ff; } .put, .patch { color: #f0b35c; } .delete { color: #ff8f8f; }
}
.what { display: block; }
.may { font-size: 0.8rem; opacity: 0.75; }
.content { border-left: 3px solid var(--line); padding-left: 12px; }
table { border-collapse: collapse; width: 100%; margin: 8px 0; }
th, td { text-align: left; vertical-align: top; padding: 4px 12px 4px 0; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
dl { margin: 4px 0; }
dl > div { display: grid; grid-template-columns: minmax(9rem, 14rem) 1fr; gap: 0 12px; border-bottom: 1px solid var(--soft); }
dd { margin: 0; overflow-wrap: anywhere; }
@media (max-width: 40rem) { dl > div { grid-template-columns: 1fr; } dd { padding-left: 12px; } }
`;
