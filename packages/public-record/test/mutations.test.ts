import { type CoGovernanceEvent, coGovernance } from "@jinlin/core/co-governance"
import { type CovenantEvent, covenant } from "@jinlin/core/covenant"
import { decodeStrictly, replay } from "@jinlin/core/kernel"
import { coGovernanceLaws, tellCoGovernance } from "@jinlin/testkit/co-governance"
import { covenantLaws, tellCovenant } from "@jinlin/testkit/covenant"
import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import { PublicCoGovernance, PublicCovenant, type PublicRecord, verifyRecord } from "../src/index.ts"
import { coGovernanceHolds } from "../src/verify/co-governance.ts"
import { covenantHolds } from "../src/verify/covenant.ts"
import { forged, setIn } from "./forged.ts"
import { around, histories } from "./hard-case.ts"
import { made } from "./made.ts"
import { changes, displacements, type Happened, type Mutation } from "./mutations.ts"

const hard = made(histories, around)

type Part = "coGovernance" | "covenant"
type Parts = PublicRecord["parts"]

const isWrong = (checks: ReadonlyArray<{ readonly holds: boolean }>): boolean => checks.some(({ holds }) => !holds)

/** Whether a history alone is refused, or is no history at all: then no record with it holds. */
const isRefused: { readonly [Named in Part]: (parts: Parts) => boolean } = {
  coGovernance: (parts) => {
    const read = decodeStrictly(PublicCoGovernance)(parts.coGovernance?.content)
    return !read.ok || isWrong(coGovernanceHolds(parts, read.value))
  },
  covenant: (parts) => {
    const read = decodeStrictly(PublicCovenant)(parts.covenant?.content)
    return !read.ok || isWrong(covenantHolds(parts, read.value))
  },
}

/** The status to which a history leads, as whoever forges it writes it. */
const statusOf: { readonly [Named in Part]: (history: ReadonlyArray<Happened>) => string } = {
  coGovernance: (history) => replay(coGovernance, history as ReadonlyArray<Happened & CoGovernanceEvent>).status,
  covenant: (history) => replay(covenant, history as ReadonlyArray<Happened & CovenantEvent>).status,
}

/** The mutations with which a record still holds after its digests were made again. */
const holding = (
  record: PublicRecord,
  part: Part,
  mutate: (history: ReadonlyArray<Happened>) => ReadonlyArray<Mutation>,
): ReadonlyArray<string> =>
  mutate((record.parts[part]?.content.history ?? []) as ReadonlyArray<Happened>).flatMap(({ history, what }) => {
    let refused = false
    const file = forged(record, (parts) => {
      setIn(parts, `${part}.content.history`, history)
      setIn(parts, `${part}.content.status`, statusOf[part](history))
      refused = isRefused[part](parts)
    })
    return !refused && verifyRecord(file).outcome !== "does-not-hold" ? [what] : []
  })

const both = (history: ReadonlyArray<Happened>) => [...displacements(history), ...changes(history)]

/** What may be told otherwise of the two deliberations, and nothing contradicts it: by what makes it harmless or unprovable. */
const ofTwo = {
  "it could as well have been taken down on that day": [
    "earlier CoGovernanceOpened (1)",
    "later DeliberationAttached (2)",
    "later DeliberationAttached (3)",
    "later OutcomeRecorded (4)",
    "later DisclosureLinked (7)",
    "later DisclosureLinked (8)",
    "later ImplementationBegun (9)",
    "earlier ImplementationBegun (9)",
    "later ResultReported (10)",
    "earlier ResultReported (10)",
    "later DisclosureLinked (11)",
    "earlier AppraisalRecorded (12)",
    "later AppraisalSkipped (13)",
    "later CoGovernanceClosed (14)",
    "earlier CoGovernanceClosed (14)",
  ],
  "both orders come to the same": [
    "swap DeliberationAttached (2)",
    "swap OutcomeRecorded (4)",
    "swap DisclosureLinked (11)",
    "swap AppraisalRecorded (12)",
  ],
  "a matter that was not closed yet": ["drop CoGovernanceClosed (14)"],
  "what the charter said that nobody made use of": [
    "change policy.selfGovernanceBodies.less of CoGovernanceOpened (1)",
    "change policy.selfGovernanceBodies.0 of CoGovernanceOpened (1)",
    "change policy.newStarts of CoGovernanceOpened (1)",
    "change policy.overseers.0 of CoGovernanceOpened (1)",
    "change policy.revocations.less of CoGovernanceOpened (1)",
    "change policy.revocations.0.by of CoGovernanceOpened (1)",
    "change policy.revocations.0.of of CoGovernanceOpened (1)",
  ],
  "words and names that stand nowhere else": [
    "change title of CoGovernanceOpened (1)",
    "change touched.less of CoGovernanceOpened (1)",
    "change touched.0 of CoGovernanceOpened (1)",
    "change appraisal of AppraisalRecorded (12)",
    "change result of AppraisalRecorded (12)",
    "change appraised.0 of AppraisalRecorded (12)",
    "change reason of AppraisalSkipped (13)",
  ],
  "a part that the record lacks: it is incomplete": ["change disclosure of DisclosureLinked (11)"],
}

/** The same of the covenant. */
const ofCovenant = {
  "it could as well have been taken down on that day": [
    "earlier CovenantOpened (1)",
    "later RevisionDrafted (2)",
    "later CommentRecorded (4)",
    "later CommentsClosed (5)",
    "later CommentDisposed (6)",
    "earlier CommentDisposed (6)",
    "later LegalityChecked (7)",
    "earlier LegalityChecked (7)",
    "earlier DraftReturned (9)",
    "later LegalityChecked (11)",
    "earlier DraftSubmitted (12)",
    "later VersionAdopted (13)",
    "later VersionBroughtIntoForce (14)",
    "earlier VersionBroughtIntoForce (14)",
    "change from of VersionBroughtIntoForce (14)",
    "later VersionFiled (15)",
  ],
  "both orders come to the same": [
    "swap CommentRecorded (4)",
    "swap CommentsClosed (5)",
    "swap CommentDisposed (6)",
    "swap VersionBroughtIntoForce (14)",
    "move VersionBroughtIntoForce (14)",
  ],
  "what was not done yet": ["drop VersionBroughtIntoForce (14)", "drop VersionFiled (15)"],
  "rules of the day, as the record says them": [
    "change days of CommentsOpened (3)",
    "change citation.instrument of CommentsOpened (3)",
    "change under.instrument of LegalityChecked (7)",
    "change required.less of DraftSubmitted (8)",
    "change required.0.citation.instrument of DraftSubmitted (8)",
    "change under.instrument of LegalityChecked (11)",
    "change required.less of DraftSubmitted (12)",
    "change required.0.citation.instrument of DraftSubmitted (12)",
    "change madeUnder.instrument of VersionAdopted (13)",
    "change filing.lastDay of VersionAdopted (13)",
    "change filing.citation.instrument of VersionAdopted (13)",
  ],
  "words and names that stand nowhere else": [
    "change title of CovenantOpened (1)",
    "change within of CovenantOpened (1)",
    "change text of CommentRecorded (4)",
    "change reason of CommentDisposed (6)",
    "change opinion of LegalityChecked (7)",
    "change reasons.less of RevisionDrafted (10)",
    "change reasons.0.clause of RevisionDrafted (10)",
    "change reasons.0.reason of RevisionDrafted (10)",
    "change opinion of LegalityChecked (11)",
    "change filing.receipt of VersionFiled (15)",
    "change filing.with of VersionFiled (15)",
  ],
}

const told = (listed: Readonly<Record<string, ReadonlyArray<string>>>) => Object.values(listed).flat().toSorted()

describe("RECORD-13 RECORD-14 one thing told otherwise, and every digest made again", () => {
  test("RECORD-13 of two deliberations nothing passes but what a record cannot contradict", () => {
    expect(holding(hard, "coGovernance", both).toSorted()).toEqual(told(ofTwo))
  })

  test("RECORD-14 of a covenant nothing passes but what a record cannot contradict", () => {
    expect(holding(hard, "covenant", both).toSorted()).toEqual(told(ofCovenant))
  })

  test("RECORD-15 all of it is found with the digest that the notice bears", () => {
    const file = forged(hard, (parts) => setIn(parts, "coGovernance.content.history.0.title", "大门内绿地"))
    expect(verifyRecord(file).outcome).toBe("holds")
    expect(verifyRecord(file, { digest: hard.digest }).outcome).toBe("does-not-hold")
  })
})

/** What is done to every story: an event that is told twice, and one that begins it told anew at its end. */
const repeated = (history: ReadonlyArray<Happened>): ReadonlyArray<Mutation> =>
  displacements(history).filter(
    ({ what }) => what.startsWith("double ") || /^(drop|move|swap) \w*Opened \(1\)/.test(what),
  )

describe("RECORD-13 RECORD-14 whatever may be told", () => {
  const options = { numRuns: 25 }

  test("RECORD-13 nothing happens twice, and nothing before the matter was opened", () => {
    fc.assert(
      fc.property(fc.oneof(...coGovernanceLaws.map(({ stories }) => stories)), (story) => {
        const { history: events } = tellCoGovernance(coGovernance, story)
        const record = made(
          { coGovernance: { id: "co-governance-1", events } },
          { community: "willow", asOf: "2040-01-01" },
        )
        expect(holding(record, "coGovernance", (history) => (history.length < 2 ? [] : repeated(history)))).toEqual([])
      }),
      options,
    )
  })

  test("RECORD-14 nothing happens twice, and nothing before the covenant was opened", () => {
    fc.assert(
      fc.property(fc.oneof(...covenantLaws.map(({ stories }) => stories)), (story) => {
        const { history: events } = tellCovenant(covenant, story)
        const record = made({ covenant: { id: "covenant-1", events } }, { community: "willow", asOf: "2040-01-01" })
        expect(holding(record, "covenant", (history) => (history.length < 2 ? [] : repeated(history)))).toEqual([])
      }),
      options,
    )
  })
})
