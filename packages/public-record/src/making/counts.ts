import { type Judgement, type Sitting, type Tally, withholdsChoices, withoutVoid } from "@jinlin/core/deliberation"
import type { DecisionRules, Finding } from "@jinlin/core/kernel"
import type { Measure } from "@jinlin/core/kernel/arithmetic"
import type { Column, PublicCounts, PublicSitting, Withheld } from "../model/deliberation.ts"
import { approvalReads, type Line, quorumReads, toldLines, weighAlike } from "./weights.ts"

const lines = ["members", "entitled", "present", "cast", "valid", "for", "against", "abstain", "silent"] as const

/** What is said of who voted and not of what: it stands for a secret vote of any size. */
const withoutChoice: ReadonlySet<Line> = new Set(["members", "entitled", "present", "cast", "silent"])

/** Which lines of a tally are told, and why others are not. */
interface Telling {
  readonly heads: ReadonlySet<Line>
  readonly area: ReadonlySet<Line>
  readonly withheld: ReadonlyArray<Withheld>
}

type Counted = Pick<Sitting, "ballot" | "counted" | "roll" | "rules">

/** Why a column is not whole although more could be told of heads, or of area. */
const apart = (heads: ReadonlySet<Line>, area: ReadonlySet<Line>, whole: number): ReadonlyArray<Withheld> => [
  ...(heads.size < whole ? (["told-apart-by-heads"] as const) : []),
  ...(area.size < whole ? (["told-apart-by-area"] as const) : []),
]

const wholeRoll: ReadonlySet<Line> = new Set(["members"])

/**
 * What may be told of a tally. Of a small secret vote not even who came and voted is told in a measure in which voters weigh
 * differently, whatever the length of the roll: the sum would tell who they were. Of votes that were counted and not taken down by
 * name nobody knows the area. Rules RECORD-4 and RECORD-5.
 */
const tellingOf = (sitting: Counted, tally: Tally): Telling => {
  const { ballot, counted, roll } = sitting
  const isFew = withholdsChoices(ballot?.mode ?? null, tally)
  const whole = isFew ? withoutChoice : new Set(lines)
  const told = (measure: Measure): ReadonlySet<Line> => {
    if (measure === "area" && counted !== null && roll.some(({ area }) => area > 0)) return wholeRoll
    if (weighAlike(roll, measure)) return whole
    return isFew ? wholeRoll : toldLines(sitting, tally, measure)
  }
  const [heads, area] = [told("heads"), told("area")]
  const held = apart(heads, area, whole.size)
  return { heads, area, withheld: isFew ? ["few-secret-ballots", ...held] : held }
}

const columnOf = (tally: Tally, measure: Measure, told: ReadonlySet<Line>): Column => {
  const of = (line: Line) => (told.has(line) ? tally[line][measure] : null)
  return {
    members: of("members"),
    entitled: of("entitled"),
    present: of("present"),
    cast: of("cast"),
    valid: of("valid"),
    for: of("for"),
    against: of("against"),
    abstain: of("abstain"),
    silent: of("silent"),
  }
}

/** A tally as everybody may see it. */
const countsOf = (sitting: Counted, tally: Tally, { area, heads, withheld }: Telling): PublicCounts => ({
  heads: columnOf(tally, "heads", heads),
  area: sitting.roll.every((voter) => voter.area === 0) ? null : columnOf(tally, "area", area),
  withheld: [...withheld],
})

/** The thresholds in the order in which findings name them, with the lines that each reads. */
export const askedIn = (rules: DecisionRules) => [
  ...rules.quorum.map(({ threshold }) => ({ rule: "TALLY-9", threshold, reads: quorumReads(rules, threshold) })),
  ...rules.approval.map(({ threshold }) => ({ rule: "TALLY-10", threshold, reads: approvalReads(rules, threshold) })),
]

const choosing: ReadonlySet<Line> = new Set(["valid", "for", "against", "abstain"])

type AskedLine = ReturnType<typeof askedIn>[number]

/** Which threshold a finding is of: same rule, measure, base, share and comparison. */
const askedBy = (rules: DecisionRules, { facts, rule }: Finding): AskedLine | undefined =>
  askedIn(rules).find(({ rule: asked, threshold: { base, comparison, measure } }) => {
    const same = facts["base"] === base && facts["measure"] === measure && facts["comparison"] === comparison
    return same && asked === rule
  })

/** Facts that say what was asked, and not what was counted. */
const asking = ["share", "comparison", "measure", "base", "dimension", "counts", "reason"]

/** A finding that holds or not, without its numbers. */
export const withoutNumbers = ({ citation, facts, holds, rule }: Finding): Finding => ({
  ...{ rule, holds },
  facts: Object.fromEntries(Object.entries(facts).filter(([name]) => asking.includes(name))),
  ...(citation === undefined ? {} : { citation }),
})

/**
 * A finding as everybody may see it: whole, or that it holds and no number where its numbers would tell what the counts do not, or
 * not at all where even that it holds would tell how few voted. Rules RECORD-4 and RECORD-5.
 */
const toldFinding = (rules: DecisionRules, telling: Telling, finding: Finding): ReadonlyArray<Finding> => {
  if (telling.withheld.length === 0) return [finding]
  const asked = askedBy(rules, finding)
  if (asked === undefined) return [withoutNumbers(finding)]
  const isWhole = asked.reads.every((line) => telling[asked.threshold.measure].has(line))
  if (isWhole) return [finding]
  const tellsChoices = telling.withheld.includes("few-secret-ballots") && asked.reads.some((line) => choosing.has(line))
  return tellsChoices ? [] : [withoutNumbers(finding)]
}

/** Ballots that were not counted, by reason; of a small secret vote not how many were void. */
const setAsideOf = ({ setAside }: Judgement, { withheld }: Telling): PublicSitting["setAside"] => {
  const told = withheld.includes("few-secret-ballots") ? withoutVoid(setAside) : setAside
  const reasons = [...new Set(told.map(({ reason }) => reason))].sort()
  return reasons.map((reason) => ({ reason, ballots: told.filter((one) => one.reason === reason).length }))
}

/** What a judgement comes to for everybody's eyes. */
export const judgedOf = (
  sitting: Counted,
  judgement: Judgement,
): Pick<PublicSitting, "counts" | "findings" | "setAside"> => {
  const telling = tellingOf(sitting, judgement.tally)
  return {
    counts: countsOf(sitting, judgement.tally, telling),
    findings: judgement.findings.flatMap((finding) => toldFinding(sitting.rules, telling, finding)),
    setAside: setAsideOf(judgement, telling),
  }
}
