import { Markup } from "./markup.ts"

/** The look of a report, on screens wide and narrow, light and dark, and on paper. Every pair of colours has a contrast of 4.5 or more. */
const css = `
:root {
  color-scheme: light dark;
  --paper: #ffffff; --ink: #1b2225; --faint: #4f5b61; --line: #c9d0d3; --tint: #f2f4f3;
  --accent: #9a3412; --held: #1f6b57; --on-held: #ffffff; --hatch: #8a5a00;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #14191b; --ink: #e8ebe9; --faint: #adb8bc; --line: #465157; --tint: #1e2528;
    --accent: #f3ab84; --held: #63bda2; --on-held: #0b1512; --hatch: #e3b04b;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0 auto; padding: 1.5rem clamp(1rem, 4vw, 3rem) 4rem; max-width: 72rem;
  background: var(--paper); color: var(--ink); overflow-wrap: anywhere;
  font: 1rem/1.6 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
}
:lang(zh-Hans) { font-family: "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "WenQuanYi Micro Hei", system-ui, sans-serif; }
:lang(zh-Hant) { font-family: "PingFang TC", "Hiragino Sans CNS", "Microsoft JhengHei", "Noto Sans CJK TC", "Noto Sans TC", "Source Han Sans TC", system-ui, sans-serif; }
h1, h2, h3, h4 { line-height: 1.3; text-wrap: balance; }
h1 { font-size: clamp(1.5rem, 1rem + 2.4vw, 2.3rem); margin: 0 0 .25rem; }
h2 { font-size: 1.45rem; margin: 3rem 0 1rem; padding-bottom: .3rem; border-bottom: 2px solid var(--accent); }
h3 { font-size: 1.15rem; margin: 2.2rem 0 .6rem; }
h4 { font-size: 1rem; margin: 1.6rem 0 .4rem; }
p { margin: .4rem 0 .8rem; max-width: 46rem; }
a { color: var(--accent); }
a:focus-visible, [tabindex]:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
code { font-family: ui-monospace, "SF Mono", Consolas, "Noto Sans Mono", monospace; font-size: .92em; }
ul, ol { margin: .2rem 0; padding-inline-start: 1.3rem; }
.lead, .note, .source, figcaption, caption { color: var(--faint); }
.note, .source { font-size: .875rem; font-weight: 400; }
.day { white-space: nowrap; }
nav ul { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .2rem 1.2rem; }
.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(8.5rem, 1fr)); gap: .75rem; margin: 1rem 0; }
.figures div { border: 1px solid var(--line); border-radius: .5rem; padding: .7rem .9rem; background: var(--tint); }
.figures dt { color: var(--faint); font-size: .875rem; line-height: 1.35; }
.figures dd { margin: 0; font-size: 1.9rem; line-height: 1.2; font-variant-numeric: tabular-nums; }
.figures .aside { display: block; font-size: .8rem; color: var(--faint); line-height: 1.35; }
.scroll { overflow-x: auto; max-width: 100%; }
.scroll table { min-width: 38rem; }
table { border-collapse: collapse; width: 100%; font-size: .92rem; overflow-wrap: break-word; }
caption { text-align: start; font-size: .9rem; padding: .2rem 0 .4rem; }
th, td { text-align: start; vertical-align: top; padding: .4rem .6rem .4rem 0; border-bottom: 1px solid var(--line); }
thead th { color: var(--faint); font-weight: 600; vertical-align: bottom; }
tbody th { font-weight: 600; }
.number { text-align: end; font-variant-numeric: tabular-nums; white-space: nowrap; }
thead .number { white-space: normal; }
.stack thead th { white-space: nowrap; }
.stack tbody th:not(.number), .turns tbody th { min-width: 10rem; }
.stack .number { padding-inline-end: 1rem; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.mark { display: inline-block; border: 1px solid currentColor; border-radius: 1rem; padding: 0 .6rem; font-size: .82rem; line-height: 1.55; white-space: nowrap; }
.mark.strong { background: var(--held); border-color: var(--held); color: var(--on-held); }
.mark.warn { color: var(--accent); }
.calendar { table-layout: fixed; overflow-wrap: anywhere; margin-bottom: 1rem; }
.calendar th:first-child { width: 25%; padding-inline-end: .6rem; }
.calendar td, .calendar thead th { padding-inline-end: 0; }
.months { display: grid; grid-template-columns: repeat(12, minmax(0, 1fr)); font-size: .8rem; font-weight: 400; }
.months span { border-inline-start: 1px solid var(--line); padding-inline-start: .2rem; white-space: nowrap; }
.track { position: relative; height: 1.7rem; background-image: linear-gradient(90deg, var(--line) 1px, transparent 1px); background-size: calc(100% / 12) 100%; }
.track > * { position: absolute; }
.seat { bottom: 0; height: 2px; background: var(--faint); }
.bar {
  top: .1rem; height: 1.35rem; border: 2px solid var(--held); border-radius: .25rem; overflow: hidden;
  font-size: .8rem; line-height: 1.2rem; text-align: center; white-space: nowrap; font-variant-numeric: tabular-nums;
}
.bar.held { background: var(--held); color: var(--on-held); }
.bar.ahead { background: var(--paper); color: var(--ink); border-style: dashed; }
.bar.stand-in { background: var(--paper); color: var(--ink); border-style: double; border-width: 4px; line-height: 1rem; }
.bar.vacant { border-color: var(--hatch); color: var(--ink); background: repeating-linear-gradient(135deg, var(--paper) 0 4px, var(--hatch) 4px 5px); }
.bar.vacant > span:first-child:not(:empty) { background: var(--paper); padding: 0 .2rem; }
.legend .bar.vacant { background: var(--paper); box-shadow: inset .3rem 0 var(--hatch), inset -.3rem 0 var(--hatch); padding: 0 .5rem; }
.legend { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .3rem 1.4rem; font-size: .875rem; color: var(--faint); }
.legend .bar { position: static; display: inline-block; min-width: 2rem; vertical-align: middle; margin-inline-end: .45rem; }
.legend .seat { display: inline-block; width: 2rem; vertical-align: middle; margin-inline-end: .45rem; }
svg { display: block; }
.turns td.chart { width: 22%; min-width: 5rem; }
.turns svg { width: 100%; height: 1rem; margin-top: .2rem; }
.had { fill: var(--held); stroke: var(--held); }
.coming { fill: none; stroke: var(--held); }
.meeting { border: 1px solid var(--line); border-radius: .5rem; padding: .9rem 1.1rem; margin: 0 0 1rem; }
.meeting h4 { margin: 0 0 .3rem; }
.meeting dl { display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1rem; margin: .5rem 0 0; }
.meeting dt { color: var(--faint); }
.meeting dd { margin: 0; min-width: 0; }
.meeting dd ul { list-style: none; padding: 0; }
.quorum { max-width: 22rem; margin: .3rem 0; }
.quorum svg { width: 100%; height: 1rem; }
.quorum .whole { fill: var(--tint); stroke: var(--line); }
.quorum .present { fill: var(--held); }
.quorum .needed { stroke: var(--accent); stroke-width: 3; }
.steps { list-style: none; padding: 0; display: grid; grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr)); gap: .5rem; margin: .8rem 0; counter-reset: step; }
.steps li { border: 1px solid var(--line); border-top: 4px solid var(--line); border-radius: .35rem; padding: .45rem .7rem; display: grid; align-content: start; counter-increment: step; }
.steps strong::before { content: counter(step) ". "; }
.steps span, .steps em { font-size: .875rem; line-height: 1.45; }
.steps span { color: var(--faint); }
.steps em { font-style: normal; font-weight: 600; }
.steps .done { border-top-color: var(--held); }
.steps .next { border-top-style: dashed; border-top-color: var(--held); }
.steps .stopped { border-top-color: var(--accent); }
.facts { display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1rem; margin: .5rem 0 1rem; }
.facts dt { color: var(--faint); }
.facts dd { margin: 0; }
.votes { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .1rem 1.2rem; }
.votes b { font-variant-numeric: tabular-nums; }
.meeting .stack { margin-top: .7rem; table-layout: fixed; }
.meeting .stack th:first-child { width: 27%; padding-inline-end: 1.2rem; }
.meeting .stack th:last-child { width: 27%; }
.meeting .stack .quorum { margin: .25rem 0 0; }
.explained { border-inline-start: 4px solid var(--line); padding-inline-start: .7rem; margin: .8rem 0 0; list-style: none; }
.timeline { list-style: none; padding: 0; }
.timeline > li { display: grid; grid-template-columns: 6.5rem 3.2rem 1fr; gap: 0 .8rem; padding: .45rem 0; border-bottom: 1px solid var(--line); }
.timeline > .continued { border-bottom: 0; padding-bottom: 0; }
.timeline .when { font-variant-numeric: tabular-nums; color: var(--faint); }
.timeline .what > * { margin: 0; max-width: none; }
.timeline .left { border-inline-start: 4px solid var(--accent); padding-inline-start: .6rem; }
.rules dt { margin-top: .8rem; font-weight: 600; }
.rules dd { margin: 0; max-width: 46rem; }
@media screen and (max-width: 40rem) {
  .timeline > li { grid-template-columns: 1fr auto; }
  .timeline .what { grid-column: 1 / -1; }
  .meeting dl, .facts { grid-template-columns: 1fr; gap: 0; }
  .meeting dd { margin-bottom: .45rem; }
  .stack, .stack tbody, .stack tr, .stack th, .stack td { display: block; width: auto; }
  .stack thead { display: none; }
  .meeting .stack th:first-child, .meeting .stack th:last-child { width: auto; }
  .calendar, .calendar caption, .calendar thead, .calendar tbody, .calendar tr, .calendar td { display: block; }
  .calendar th:first-child { display: block; width: auto; border: 0; padding: .4rem 0 .1rem; }
  .calendar thead th:first-child { display: none; }
  .calendar thead th { display: block; padding: 0; }
  .calendar td { padding: 0 0 .4rem; }
  .stack tr { border-bottom: 1px solid var(--line); padding: .6rem 0; }
  .stack tbody th:not(.number) { min-width: 0; }
  .stack th, .stack td { border: 0; padding: .1rem 0; text-align: start; white-space: normal; }
  .stack td { display: grid; grid-template-columns: 6.2rem 1fr; gap: .6rem; }
  .stack td::before { content: attr(data-label); color: var(--faint); }
  .stack th.number::before { content: attr(data-label) " "; }
  .months span:nth-child(even) { color: transparent; }
}
@media print {
  :root {
    color-scheme: light;
    --paper: #ffffff; --ink: #000000; --faint: #3b4347; --line: #9aa3a7; --tint: #f2f4f3;
    --accent: #7c2d12; --held: #1f6b57; --on-held: #ffffff; --hatch: #6b4600;
  }
  @page { size: A4; margin: 16mm 14mm 18mm; }
  * { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  body { padding: 0; max-width: none; font-size: 10pt; line-height: 1.5; }
  nav { display: none; }
  h2 { margin-top: 6mm; }
  h3 { margin-top: 5mm; }
  .figures { grid-template-columns: repeat(6, 1fr); gap: 2mm; }
  .figures div { padding: 1.5mm 2mm; }
  .figures dd { font-size: 1.4rem; }
  .calendar th, .calendar td { padding-block: .1rem; }
  .track { height: 1.5rem; }
  .bar { height: 1.15rem; line-height: 1rem; }
  h1, h2, h3, h4, caption { break-after: avoid; }
  .turns td.chart { width: 14%; }
  .meeting, .calendar, .figures, .timeline > li, tr, .legend, .rules div { break-inside: avoid; }
  thead { display: table-header-group; }
  .scroll { overflow: visible; }
  .scroll table { min-width: 0; }
  table { font-size: .88rem; }
  th, td { padding-inline-end: .4rem; }
  .turns thead .number { padding-inline-start: .2rem; }
  a { color: inherit; text-decoration: none; }
}
`

/** The style sheet, to stand in the page itself: a report asks nothing of any network. */
export const style: Markup = Markup.fromSource(css.trim())
