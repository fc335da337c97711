"""How the page looks on a screen and on paper. States differ by word and by shade, for those who see no colour."""

from __future__ import annotations

STYLE = """
:root { color-scheme: light; --ink: #1d2a30; --soft: #5b6b73; --line: #c8d0d6; --head: #24495a; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 62rem; padding: 2rem 1.25rem 4rem; color: var(--ink); background: #fff;
       font: 1rem/1.5 system-ui, "Segoe UI", "Noto Sans", sans-serif; overflow-wrap: anywhere; }
h1, h2, h3, h4 { line-height: 1.25; color: var(--head); break-after: avoid; }
h1 { font-size: 1.9rem; margin: 0 0 .5rem; }
h2 { font-size: 1.4rem; margin: 2.5rem 0 .5rem; padding-bottom: .25rem; border-bottom: 2px solid var(--head); }
h3 { font-size: 1.1rem; margin: 1.5rem 0 .5rem; }
h4 { font-size: 1rem; margin: 0 0 .25rem; color: var(--ink); }
header p { margin: .25rem 0; max-width: 46rem; }
nav h2 { font-size: 1.1rem; border: 0; margin: 1.5rem 0 0; }
nav ul { columns: 18rem; padding-left: 1.1rem; margin: .25rem 0; }
a { color: #1f5f99; }
article { border: 1px solid var(--line); border-radius: .4rem; padding: .9rem 1rem; margin: .75rem 0; }
article p { margin: .25rem 0; color: var(--soft); }
.state { color: var(--ink); border: 1px solid var(--soft); border-radius: .3rem; padding: .05rem .45rem;
         font-weight: 600; background: #e4e9ed; }
.in-force, .amended { background: #cfe8d6; } .expiring { background: #f8e3b0; }
.not-yet-in-force { background: #dcebf2; }
.expired, .terminated { background: #f3cfcb; } .unknown { background: #e6dff0; }
dl { display: grid; grid-template-columns: 9rem 1fr; gap: .15rem .75rem; margin: .6rem 0; }
dt { color: var(--soft); } dd { margin: 0; }
td img { display: block; max-width: 100%; margin-top: .25rem; border: 1px solid var(--line); }
.lapse { margin: .75rem 0; padding: .5rem 1rem; border-left: .35rem solid #b3362b; background: #fbeceb;
         break-inside: avoid; }
table { border-collapse: collapse; width: 100%; font-size: .85rem; margin-top: .75rem; table-layout: fixed; }
caption { text-align: left; font-weight: 600; padding-bottom: .25rem; }
th, td { text-align: left; vertical-align: top; padding: .25rem .75rem .25rem 0; border-top: 1px solid var(--line); }
th { font-weight: 600; } tbody th { color: var(--soft); font-weight: 400; }
th:nth-child(1) { width: 13%; } th:nth-child(2) { width: 26%; } th:nth-child(4) { width: 3.2rem; }
th:nth-child(5) { width: 5.2rem; } th:nth-child(6) { width: 6.2rem; }
td:nth-child(4), td:nth-child(5) { overflow-wrap: normal; }
@media (max-width: 40rem) { dl { grid-template-columns: 1fr; } dd { margin-bottom: .35rem; }
  article { overflow-x: auto; } table { min-width: 38rem; } }
@page { size: A4; margin: 16mm 14mm; }
@media print {
  html { font-size: 9.5pt; } body { max-width: none; padding: 0; }
  article { padding: .5rem .6rem; } tr { break-inside: avoid; }
  thead { display: table-header-group; break-inside: avoid; break-after: avoid; } caption { break-after: avoid; }
  tbody tr:first-child { break-before: avoid; }
  a { color: inherit; text-decoration: none; }
  .state, .lapse { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
"""
