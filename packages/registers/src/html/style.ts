/** How a register looks on a screen and on A4 paper: rows are not torn apart, and the head of a table stands on every page. */
export const style = `
:root { color: #1a1a1a; background: #fff; }
body { font: 14px/1.55 "Noto Serif CJK SC", "Source Han Serif SC", "Songti SC", SimSun, Georgia, serif; max-width: 52rem; margin: 2rem auto; padding: 0 1.25rem; }
html:lang(en) body { font-family: Georgia, "Times New Roman", "Noto Serif CJK SC", SimSun, serif; }
h1 { font-size: 1.6rem; margin: 0; text-align: center; letter-spacing: .05em; }
.under { text-align: center; margin: .25rem 0 1.5rem; color: #444; }
h2 { font-size: 1.05rem; margin: 1.4rem 0 .4rem; border-bottom: 2px solid #7a1f1f; padding-bottom: .15rem; break-after: avoid; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1rem; margin: 0; }
dt { color: #555; }
dd { margin: 0; overflow-wrap: anywhere; }
ul { list-style: none; margin: .4rem 0 0; padding: 0; }
li { padding: .2rem 0 .2rem .7rem; border-left: 3px solid #bbb; margin: .25rem 0; overflow-wrap: anywhere; }
li.met { border-color: #2f6b3a; }
li.not-met { border-color: #a3261b; }
table { border-collapse: collapse; width: 100%; margin: .4rem 0 0; }
th, td { border: 1px solid #999; padding: .2rem .45rem; text-align: left; overflow-wrap: anywhere; vertical-align: top; }
th { background: #f2eeea; font-weight: 600; }
thead { display: table-header-group; }
tr, li, .signs { break-inside: avoid; }
.signs { display: grid; grid-template-columns: 1fr 1fr; gap: 1.4rem 2rem; margin-top: 1rem; }
.line { display: inline-block; border-bottom: 1px solid #333; }
.sign { white-space: nowrap; }
.long { width: 6.5rem; }
.short { width: 5rem; }
.room th:last-child { width: 7rem; }
.room td { height: 1.7rem; }
.room.sentence td { height: 4.2rem; }
.room.strokes td { height: 3.4rem; vertical-align: middle; }
.strokes td:nth-child(2) { font-size: 1.5rem; line-height: 1.7; letter-spacing: .3em; color: #999; }
.strokes th:nth-child(1) { width: 5rem; }
.sentence { table-layout: fixed; }
.room.sentence th:last-child { width: auto; }
.room th.wide, .room th:last-child.wide { width: 36%; }
.days { list-style: none; display: grid; grid-template-columns: repeat(auto-fill, minmax(3.4rem, 1fr)); margin: .6rem 0; padding: 0; }
.days li { border: 1px solid #999; margin: 0 -1px -1px 0; padding: .2rem .15rem; text-align: center; font-size: .8em; background: #f4f4f4; color: #333; break-inside: avoid; }
.days li.counted { background: #fff; font-weight: 600; }
.days b, .days span { display: block; font-weight: inherit; }
.paper { border: 1px dashed #777; padding: .8rem 1.2rem 1rem; margin: 0 0 1rem; break-inside: avoid; }
.paper h2 { border: 0; margin: 0 0 .3rem; text-align: center; font-size: 1.25rem; }
.paper ul.choices { display: flex; flex-wrap: wrap; gap: .3rem 2.4rem; margin: .7rem 0; justify-content: center; }
.paper ul.choices li { border: 0; padding: 0; margin: 0; font-size: 1.15rem; }
.box { display: inline-block; width: 1.1rem; height: 1.1rem; border: 1.5px solid #222; vertical-align: -.15rem; margin-right: .4rem; }
.paper p { margin: .3rem 0; overflow-wrap: anywhere; }
@media screen and (max-width: 40rem) {
  body { margin: 1rem auto; padding: 0 1rem; }
  dl { grid-template-columns: 1fr; gap: 0; }
  dd { margin-bottom: .4rem; }
  table, tbody, tr, td { display: block; width: auto; }
  thead { display: none; }
  tr { border: 1px solid #999; border-radius: .3rem; margin: .5rem 0; padding: .3rem .6rem; }
  td { border: 0; padding: .1rem 0; display: grid; grid-template-columns: minmax(5.5rem, 38%) 1fr; gap: .6rem; }
  td:empty:not(:last-child) { display: none; }
  td::before { content: attr(data-label); color: #555; }
  td:first-child { font-weight: 600; }
  .room td { height: auto; }
  .room td:last-child { min-height: 2.2rem; border-top: 1px dotted #999; margin-top: .3rem; align-items: end; }
  .signs { grid-template-columns: 1fr; }
}
@page { size: A4; margin: 14mm 15mm; }
@media print {
  body { margin: 0; max-width: none; padding: 0; font-size: 10pt; line-height: 1.4; }
  th { background: none; }
  h2 { margin-top: .8rem; }
  .under { margin-bottom: .6rem; }
  .room.sentence td { height: 3rem; }
  .room.strokes td { height: 2.9rem; }
  .signs { gap: .9rem 2rem; }
}
`
