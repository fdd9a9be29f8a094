import type { Column, PublicDeliberation, PublicSitting } from "../model/deliberation.ts"
import type { Say } from "./say.ts"
import { type Line, remark, type SheetPart, type Table } from "./sheet.ts"

const lines = ["members", "entitled", "present", "cast", "for", "against", "abstain", "void", "silent"] as const

const valueIn = (column: Column, line: (typeof lines)[number]): number | null => {
  if (line !== "void") return column[line]
  return column.cast === null || column.valid === null ? null : column.cast - column.valid
}

/** Counts by line; what is not told is said to be so and never left blank. */
const countsOf = (say: Say, { counts }: PublicSitting): ReadonlyArray<Table> => {
  if (counts === null) return []
  const { area, heads } = counts
  const cell = (column: Column, line: (typeof lines)[number], unit: "heads" | "area") => {
    const value = valueIn(column, line)
    return value === null ? say.text("record.value.withheld") : say.text(`record.value.${unit}`, { value })
  }
  const named = lines.map((line) => say.text(`register.tally.${line}`))
  // A row of heads alone is read at a glance; with areas, which are long, each line has a row of its own.
  if (area === null)
    return [
      {
        head: [say.label("count"), ...named],
        rows: [[say.label("heads"), ...lines.map((line) => cell(heads, line, "heads"))]],
      },
    ]
  return [
    {
      head: [say.label("count"), say.label("heads"), say.label("area")],
      rows: lines.map((line, place) => [named[place] ?? line, cell(heads, line, "heads"), cell(area, line, "area")]),
    },
  ]
}

const remarksOf = (say: Say, sitting: PublicSitting): ReadonlyArray<Line> => {
  const { ballot, counts, lapsed, rebased, setAside } = sitting
  const labelled = (key: `report.matters.${string}`, text: string): Line =>
    remark(say.text("record.line.check", { of: say.text(key), text }))
  return [
    ...(counts?.withheld ?? []).map((why) => remark(say.text(`record.withheld.${why}`))),
    ...setAside.map(({ ballots, reason }) =>
      remark(say.text("report.matters.set-aside-as", { reason, count: ballots })),
    ),
    ...(ballot?.extensions ?? []).map(({ closesOn, reason }) =>
      remark(say.text("report.matters.extended", { to: closesOn, reason })),
    ),
    ...(rebased === null
      ? []
      : [
          labelled(
            "report.matters.rebased",
            say.text(`report.matters.rebased.${rebased.onto}`, { reason: rebased.reason }),
          ),
        ]),
    ...(lapsed.length === 0
      ? []
      : [labelled("report.matters.lapsed", say.text("report.matters.lapsed-steps", { steps: lapsed }))]),
  ]
}

type Facts = NonNullable<SheetPart["facts"]>

const ballotFacts = (say: Say, { ballot }: PublicSitting): Facts => {
  if (ballot === null) return []
  const { closedOn, closesOn, mode, motion, openedOn } = ballot
  const on = motion._tag === "Return" ? { to: motion.to } : {}
  const until = closedOn ?? closesOn
  const data = { mode, from: openedOn, until, oneDay: openedOn === until }
  return [
    [say.label("motion"), say.text("report.matters.motion-on", { motion: motion._tag, ...on })],
    [say.label("voting"), say.text("report.matters.voting-days", data)],
  ]
}

const rollOf = (say: Say, { attendance, result, roll }: PublicSitting): Facts => {
  if (attendance !== null) return [[say.label("attendance"), say.text("record.value.attendance", { ...attendance })]]
  return roll.voters === 0 || result === "cancelled"
    ? []
    : [[say.label("roll"), say.text("record.value.roll", { ...roll })]]
}

const resultOf = (say: Say, { because, on, opinion, register, result, wentTo }: PublicSitting): Facts => {
  const key = result === "sent-back" ? "returned-lost" : result
  const data = { ...(wentTo === null ? {} : { to: wentTo }), ...(opinion === null ? {} : { favours: opinion.favours }) }
  const said = say.text(`register.result.${key}`, data)
  return [
    [say.label("result"), on === null ? said : say.text("record.value.result", { result: said, on })],
    ...(because === null ? [] : [[say.label("because"), because] as const]),
    ...(opinion === null ? [] : [[say.label("opinion"), opinion.document] as const]),
    ...(register === null ? [] : [[say.label("register"), register] as const]),
  ]
}

/** One sitting: who sat, under which rules, on which text, what was counted and what came of it. */
export const sittingPart = (say: Say, sitting: PublicSitting, { plan }: PublicDeliberation): SheetPart => {
  const { calledOn, findings, lawChange, revision, round, rules, sitsOn, step, text, urgent } = sitting
  const body = plan.steps.find((known) => known.step === step)?.body ?? step
  return {
    heading: say.text("record.part.sitting", { round, step, body }),
    facts: [
      [say.label("rules"), say.text("record.value.rules", { set: rules.set, day: rules.day, packs: rules.packs })],
      [say.label("called"), say.text("record.value.called", { calledOn, sitsOn })],
      ...(urgent === null ? [] : [[say.label("urgent"), urgent] as const]),
      [say.label("text"), say.text("record.value.text", { revision, document: text })],
      ...rollOf(say, sitting),
      ...ballotFacts(say, sitting),
      ...resultOf(say, sitting),
    ],
    tables: countsOf(say, sitting),
    lines: [
      ...[...findings, ...(lawChange === null ? [] : [lawChange])].map((finding) => ({
        text: say.finding(finding),
        holds: finding.holds,
      })),
      ...remarksOf(say, sitting),
    ],
  }
}
