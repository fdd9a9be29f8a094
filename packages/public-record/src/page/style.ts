/** How a record looks on a screen, on a telephone and on A4 paper. */
export const style = `
:root { color: #1c1b19; background: #fff; }
body { font: 15px/1.6 "Noto Serif CJK SC", "Source Han Serif SC", "Songti SC", SimSun, Georgia, serif; max-width: 56rem; margin: 2rem auto; padding: 0 1.25rem; }
html:lang(en) body { font-family: Georgia, "Times New Roman", "Noto Serif CJK SC", SimSun, serif; }
header { border-bottom: 3px double #7a1f1f; margin-bottom: 1.2rem; }
.kind { margin: 0; color: #7a1f1f; letter-spacing: .1em; }
h1 { font-size: 1.8rem; line-height: 1.3; margin: .1rem 0 .4rem; }
.lead { color: #45423d; margin: 0 0 .6rem; }
nav ol { columns: 2; margin: 0 0 1rem; padding-left: 1.4rem; }
a { color: #7a1f1f; }
section { margin: 0 0 1.6rem; }
section section { border: 1px solid #d9d3ca; border-radius: .4rem; padding: .2rem 1rem .8rem; margin: .9rem 0; }
h2 { font-size: 1.25rem; margin: 1.8rem 0 .5rem; border-bottom: 2px solid #7a1f1f; padding-bottom: .15rem; break-after: avoid; }
h3 { font-size: 1.05rem; margin: .7rem 0 .4rem; break-after: avoid; }
h4 { font-size: .9rem; margin: .7rem 0 .1rem; color: #5b564f; font-weight: 600; break-after: avoid; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1.1rem; margin: .3rem 0; }
dt { color: #5b564f; }
dd { margin: 0; overflow-wrap: anywhere; }
ul { list-style: none; margin: .5rem 0 0; padding: 0; }
li { overflow-wrap: anywhere; }
ul li { padding: .15rem 0 .15rem .7rem; border-left: 3px solid #bdb6ac; margin: .25rem 0; }
ul li.met { border-color: #2f6b3a; }
ul li.not-met { border-color: #a3261b; }
.digest { font: .8em/1.5 ui-monospace, "DejaVu Sans Mono", Consolas, monospace; word-break: break-all; color: #45423d; }
table { border-collapse: collapse; width: 100%; margin: .5rem 0; }
th, td { border: 1px solid #b5aea4; padding: .2rem .5rem; text-align: left; overflow-wrap: anywhere; vertical-align: top; }
th { background: #f4f0ea; font-weight: 600; }
th { overflow-wrap: normal; }
td:first-child { min-width: 7.4rem; }
thead { display: table-header-group; }
tr, li { break-inside: avoid; }
.text { background: #faf8f4; border-left: 3px solid #b5aea4; padding: .1rem 1rem .5rem; margin-top: .5rem; }
.text p { margin: .1rem 0; white-space: pre-wrap; overflow-wrap: anywhere; }
.text .out { display: inline-block; background: #1c1b19; color: #f4f0ea; padding: 0 .6rem; font-size: .85rem; }
@media screen and (max-width: 40rem) {
  body { margin: 1rem auto; padding: 0 .9rem; }
  h1 { font-size: 1.45rem; }
  nav ol { columns: 1; }
  section section { padding: .1rem .7rem .6rem; }
  dl { grid-template-columns: 1fr; gap: 0; }
  dd { margin-bottom: .4rem; }
  table, tbody, tr, td { display: block; width: auto; }
  thead { display: none; }
  tr { border: 1px solid #b5aea4; border-radius: .3rem; margin: .5rem 0; padding: .3rem .6rem; }
  td { border: 0; padding: .1rem 0; display: grid; grid-template-columns: minmax(5.5rem, 36%) minmax(0, 1fr); gap: .6rem; }
  td:empty { display: none; }
  td::before { content: attr(data-label); color: #5b564f; }
  td:first-child { font-weight: 600; }
}
@page { size: A4; margin: 18mm 16mm; }
@media print { body { margin: 0; max-width: none; padding: 0; font-size: 10.5pt; } nav { display: none; } th { background: none; } .text .out { border: 1px solid #000; } }
`
