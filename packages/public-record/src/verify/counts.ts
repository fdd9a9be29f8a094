import { fewestSecretBallots, isSecret as isSecretMode, type Tally } from "@jinlin/core/deliberation"
import { judge } from "@jinlin/core/deliberation/rules"
import type { Finding } from "@jinlin/core/kernel"
import { digestIn } from "../canonical/digests.ts"
import { askedIn, withoutNumbers } from "../making/counts.ts"
import type { Column, PublicCounts, PublicSitting } from "../model/deliberation.ts"

type Counted = PublicSitting & { readonly counts: PublicCounts }

/** Whether counts are there. */
export const isCounted = (sitting: PublicSitting): sitting is Counted => sitting.counts !== null

/** Whether numbers that contradict each other were found when it was decided: then nothing passes (TALLY-14). */
const isBroken = ({ findings }: PublicSitting): boolean => findings.some(({ rule }) => rule === "TALLY-14")

const atMost = (one: number | null, other: number | null): boolean => one === null || other === null || one <= other

/** Those lines of a column that are told fit together (TALLY-6). */
const columnAdds = ({
  abstain,
  against,
  cast,
  entitled,
  members,
  present,
  silent,
  valid,
  ...votes
}: Column): boolean => {
  const chosen = votes.for === null || against === null || abstain === null ? null : votes.for + against + abstain
  const nested = [votes.for, valid, cast, present, entitled, members]
  const isNested = nested.every((inner, place) => nested.slice(place + 1).every((outer) => atMost(inner, outer)))
  const isWhole = cast === null || silent === null || entitled === null || cast + silent === entitled
  return isNested && isWhole && (chosen === null || valid === null || chosen === valid)
}

/** The roll and the recused make up who could vote, where all on it count for as many heads (TALLY-6). */
const rollAdds = (
  { roll: { heads: each, recused, voters } }: PublicSitting,
  heads: number,
  entitled: number,
): boolean =>
  recused <= voters && (each === null || (heads === voters * each && entitled === (voters - recused) * each))

/** Of a body that is only heard, how many could come is the roll without the recused, and no more of them came. */
export const attendanceAdds = (sitting: PublicSitting): boolean => {
  const { attendance, roll } = sitting
  if (roll.recused > roll.voters || roll.byProxy > roll.voters) return false
  if (attendance === null || roll.heads === null) return true
  return rollAdds(sitting, roll.voters * roll.heads, attendance.entitled)
}

/** The sums fit together; numbers that were found to contradict each other when it was decided are said to, and passed nothing. */
export const sumsHold = (sitting: Counted): boolean => {
  const { area, heads } = sitting.counts
  const isRoll = heads.members !== null && (heads.entitled === null || rollAdds(sitting, heads.members, heads.entitled))
  return isRoll && (isBroken(sitting) || (columnAdds(heads) && (area === null || columnAdds(area))))
}

const isSecret = ({ ballot }: PublicSitting): boolean => isSecretMode(ballot?.mode ?? null)

const choosing = ["valid", "for", "against", "abstain"] as const
const coming = ["entitled", "present", "cast", "silent"] as const

/** Every voter weighs as much as every other, so that a sum tells how many they are and nothing else. */
const isOfAlike = ({ roll: { voters } }: PublicSitting, column: Column): boolean => {
  const each = voters === 0 ? 0 : (column.members ?? 0) / voters
  return Object.values(column).every((line) => line === null || (each === 0 ? line === 0 : line % each === 0))
}

/** Who came and voted is told of a small secret vote where all weigh alike, and else only what the whole roll weighs. */
const isToldOfFew = (sitting: Counted): boolean => {
  const { area, heads, withheld } = sitting.counts
  const { cast } = heads
  const fits = (column: Column, isApart: boolean): boolean => {
    const isHeld = choosing.every((line) => column[line] === null) && column.members !== null
    return isHeld && coming.every((line) => (column[line] === null) === isApart)
  }
  const areaFits = (column: Column): boolean =>
    fits(column, withheld.includes("told-apart-by-area")) && isOfAlike(sitting, column)
  const isFew = cast === null || cast < fewestSecretBallots
  return isFew && fits(heads, withheld.includes("told-apart-by-heads")) && (area === null || areaFits(area))
}

/** Of a secret vote no count by choice stands where few voted; nothing else is held back that should stand. Rules RECORD-4 and RECORD-5. */
export const isTold = (sitting: Counted): boolean => {
  const { area, heads, withheld } = sitting.counts
  const isHeld = withheld.includes("few-secret-ballots")
  if (isHeld) return isSecret(sitting) && isToldOfFew(sitting)
  if (isSecret(sitting) && heads.cast !== null && heads.cast < fewestSecretBallots) return false
  const isWhole = (column: Column) => Object.values(column).every((line) => line !== null)
  const headsFit = withheld.includes("told-apart-by-heads") || isWhole(heads)
  const areaFits =
    withheld.includes("told-apart-by-area") || area === null || (isWhole(area) && isOfAlike(sitting, area))
  return headsFit && areaFits && (sitting.roll.heads === null) === withheld.includes("told-apart-by-heads")
}

/** The tally as far as it is told; what is not told stands as nothing, and is read by no finding that is compared. */
const tallyIn = ({ area, heads }: PublicCounts): Tally => {
  const of = (line: keyof Column) => ({ heads: heads[line] ?? 0, area: area?.[line] ?? 0 })
  return {
    ...{ members: of("members"), entitled: of("entitled"), present: of("present"), cast: of("cast") },
    ...{ valid: of("valid"), for: of("for"), against: of("against"), abstain: of("abstain"), silent: of("silent") },
  }
}

/** What a finding must be: the whole of it, that it is of this rule and holds or not, or that it is not told at all. */
type Expected = { readonly _tag: "Whole" | "NoNumbers"; readonly finding: Finding } | { readonly _tag: "Nothing" }

const expectedIn = ({ counts, rules }: Counted): ReadonlyArray<Expected> => {
  const asked = askedIn(rules)
  return judge(rules, tallyIn(counts)).findings.map((finding, place): Expected => {
    const { reads = [], threshold } = asked[place] ?? {}
    const column = threshold?.measure === "area" ? counts.area : counts.heads
    if (reads.every((line) => column === null || column[line] !== null)) return { _tag: "Whole", finding }
    const tellsChoices = counts.withheld.includes("few-secret-ballots")
    return tellsChoices ? { _tag: "Nothing" } : { _tag: "NoNumbers", finding }
  })
}

const isSame = (one: Finding, other: Finding): boolean => digestIn(one) === digestIn(other)

const fits = (told: Finding, expected: Expected): boolean => {
  if (expected._tag === "Nothing") return false
  if (expected._tag === "Whole") return isSame(told, expected.finding)
  return isSame({ ...told, holds: true }, { ...withoutNumbers(expected.finding), holds: true })
}

/** Every finding of a quorum or an approval is what the counts come to, in the order of the rules, and none is left out. */
export const findingsHold = (sitting: Counted): boolean => {
  const told = sitting.findings.filter(({ rule }) => rule !== "TALLY-14")
  const expected = expectedIn(sitting).filter(({ _tag }) => _tag !== "Nothing")
  let at = 0
  for (const one of expected) {
    const finding = told[at]
    if (finding !== undefined && fits(finding, one)) at += 1
    // With an area of which nobody knows how large it is, thresholds are left open and stand nowhere (TALLY-14).
    else if (!isBroken(sitting)) return false
  }
  return at === told.length && sitting.findings.every(({ rule }) => ["TALLY-9", "TALLY-10", "TALLY-14"].includes(rule))
}

/** Whether a vote whose choices are not told could have passed at all: if all who voted were for it. */
const couldPass = ({ counts, rules }: Counted): boolean => {
  const tally = tallyIn(counts)
  const { cast } = tally
  return judge(rules, { ...tally, valid: cast, for: cast }).passes
}

/** Whether it passed is what its findings come to; where not all of them are told, that it is not beyond what they leave open. Rule RECORD-11. */
export const passesAsFound = (sitting: Counted, passes: boolean): boolean => {
  const allHold = sitting.findings.every(({ holds }) => holds)
  const isOpen = sitting.counts.withheld.includes("few-secret-ballots")
  if (!isOpen) return passes === (allHold && sitting.rules.approval.length > 0)
  return passes ? allHold && couldPass(sitting) : true
}
