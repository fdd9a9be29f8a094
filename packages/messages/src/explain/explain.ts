import { type Described, describeFindingWith, describeLine } from "../describe.ts"
import type { Data, Names, Write } from "../text.ts"
import type { TextRefusal } from "../text-refusals.ts"
import { describeCitationWith } from "./citation.ts"
import type { CitedFinding, ExplainedLine, JudgementData, LineRole, OutcomeData, TallyData } from "./outcome.ts"

/** An outcome in words: its lines in the order in which they are read, and why some of them are only stand-ins. */
export interface Explanation {
  readonly lines: ReadonlyArray<ExplainedLine>
  readonly missing: ReadonlyArray<TextRefusal>
}

/** More voters than these are counted and not named in one line; a register names them all. */
const mostNames = 12

interface Line extends Described {
  readonly role: LineRole
  readonly holds?: boolean
}

/** Writes a text under a key, in the reader's language and with the reader's names. */
type Say = (key: string, data: Data) => Described

const verdictOf = (say: Say, outcome: OutcomeData): Line => {
  const { _tag, judgement } = outcome
  const said =
    _tag === undefined
      ? say(judgement.passes ? "explain.passes" : "explain.fails", {})
      : say(`event.deliberation.${_tag}`, { ...outcome })
  return { role: "verdict", holds: judgement.passes, ...said }
}

const amounts = (tally: TallyData, measure: "heads" | "area"): Data => ({
  ...Object.fromEntries(
    Object.entries(tally).map(([name, weight]: [string, TallyData["cast"]]) => [name, weight[measure]]),
  ),
  void: tally.cast[measure] - tally.valid[measure],
})

const countsOf = (say: Say, { findings, tally }: JudgementData): ReadonlyArray<Line> => {
  const heads: Line = { role: "count", ...say("explain.counts-of-heads", amounts(tally, "heads")) }
  const byArea = findings.some(({ facts }) => facts["measure"] === "area")
  return byArea ? [heads, { role: "count", ...say("explain.counts-of-area", amounts(tally, "area")) }] : [heads]
}

const asidesOf = (say: Say, { setAside }: JudgementData): ReadonlyArray<Line> => {
  const reasons = [...new Set(setAside.map(({ reason }) => reason))]
  return reasons.map((reason) => {
    const voters = setAside.filter((one) => one.reason === reason).map(({ voter }) => voter)
    const key = voters.length > mostNames ? "explain.aside" : "explain.aside-named"
    return { role: "aside", ...say(key, { reason, voters: [...new Set(voters)], ballots: voters.length }) }
  })
}

const both = (one: Described, other: Described, text: Described): Described => ({
  text: text.text,
  missing: [...one.missing, ...other.missing, ...text.missing],
})

const findingLine = (write: Write, finding: CitedFinding, names: Names): Line => {
  const { citation, holds } = finding
  const told = describeFindingWith(write, finding, names)
  if (citation === undefined) return { role: "finding", holds, ...told }
  const source = describeCitationWith(write, citation, names)
  const data = { text: told.text, source: source.text }
  return { role: "finding", holds, ...both(told, source, describeLine(write, { key: "explain.finding", data, names })) }
}

const lawLine = (write: Write, finding: CitedFinding, names: Names): Line => {
  const told = describeFindingWith(write, finding, names)
  const parts = finding.facts["changed"]
  const changed = typeof parts === "string" ? parts.split(", ").filter((part) => part !== "") : []
  if (changed.length === 0) return { role: "law", ...told }
  const data = { text: told.text, changed }
  return { role: "law", ...both(told, told, describeLine(write, { key: "explain.law-parts", data, names })) }
}

/**
 * Why something passed, or by how much it fell short: what was decided, what was counted, each rule with what it needed and
 * the article that says so, what single change would have turned it, and which ballots were not counted.
 */
export const explainWith = (write: Write, outcome: OutcomeData, names: Names): Explanation => {
  const say: Say = (key, data) => describeLine(write, { key, data, names })
  const { judgement, lawChange } = outcome
  const lines: ReadonlyArray<Line> = [
    verdictOf(say, outcome),
    ...countsOf(say, judgement),
    ...judgement.findings.map((finding) => findingLine(write, finding, names)),
    ...judgement.flips.map(
      ({ change, voters }): Line => ({ role: "flip", ...say(`explain.flip.${change}`, { voters }) }),
    ),
    ...asidesOf(say, judgement),
    ...(lawChange === undefined || lawChange === null ? [] : [lawLine(write, lawChange, names)]),
  ]
  return {
    lines: lines.map(({ missing: _missing, ...line }) => line),
    missing: lines.flatMap(({ missing }) => missing),
  }
}
