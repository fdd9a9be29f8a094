import type { CoGovernance, Which } from "@jinlin/core/co-governance"
import { replay } from "@jinlin/core/kernel"
import * as Result from "effect/Result"
import type { Chapter, CoGovernanceDecider } from "../story.ts"
import { type CoGovernanceLaw, firstEventFault, firstFault, same, storiesOf } from "./law.ts"

const both: ReadonlyArray<Which> = ["self-governance", "joint"]

/** Every text that a deliberation which counts has decided. */
const textsOf = ({ deliberations }: CoGovernance): ReadonlyArray<string | null> =>
  both.map((which) => {
    const { outcome } = deliberations[which]
    return outcome?._tag === "Decided" ? outcome.text : null
  })

/** Whether all that is needed has decided one text, looked at from the state alone. */
const isAgreed = (state: CoGovernance): boolean => {
  const [first, second] = textsOf(state)
  return first !== null && (first === second || (state.skip !== null && second === null))
}

/** The state after the outcomes of both are recorded one after the other; the facts are those of the chapter. */
const recordedIn = (
  decider: CoGovernanceDecider,
  { around, after, surroundings }: Chapter,
  order: ReadonlyArray<Which>,
): CoGovernance =>
  order.reduce((state, which) => {
    const { matter } = after.deliberations[which]
    const deliberation = surroundings.deliberations.find((known) => known.matter === matter)
    const decided = decider.decide({ _tag: "RecordOutcome", which }, state, { ...around, deliberation })
    return Result.isSuccess(decided) ? replay(decider, decided.success, state) : state
  }, after)

/** Laws on the two deliberations. */
export const deliberatingLaws: ReadonlyArray<CoGovernanceLaw> = [
  {
    id: "COGOVERNANCE-2",
    says: "The combination is one of the charter's, and neither it nor the policy changes after the opening.",
    stories: storiesOf(),
    check: ({ chapters }) =>
      firstFault(chapters, ({ after, before, command }) => {
        if (before.status === "unopened") return undefined
        if (before.combine !== after.combine) return `${command._tag} made it ${after.combine}`
        return !same(before.policy, after.policy) && `${command._tag} changed the policy`
      }),
  },
  {
    id: "COGOVERNANCE-3",
    says: "What is attached is a matter that was never one of the two before, that runs or has decided, and that ends with a body of the charter.",
    stories: storiesOf(["attach", "attach", "return", "detach"]),
    check: (told) =>
      firstEventFault(told, "DeliberationAttached", ({ matter, which }, { around, before }) => {
        const used = both.flatMap((one) => [
          before.deliberations[one].matter,
          ...before.deliberations[one].past.map((past) => past.matter),
        ])
        if (used.includes(matter)) return `${matter} again`
        if (before.deliberations[which].matter !== null) return "two at once"
        const fact = around.deliberation
        if (fact?.status !== "open" && fact?.status !== "decided") return `it is ${fact?.status}`
        const bodies = which === "joint" ? before.policy?.jointBodies : before.policy?.selfGovernanceBodies
        return !bodies?.includes(fact.body ?? "") && `of ${fact.body}`
      }),
  },
  {
    id: "COGOVERNANCE-4",
    says: "Where the residents come first, a joint deliberation is attached after they decided, not of an older day, and on their text.",
    stories: storiesOf(["attach", "attach", "record", "end"]),
    check: (told) =>
      firstEventFault(told, "DeliberationAttached", ({ which }, { around, before }) => {
        if (which !== "joint" || before.combine === "both") return undefined
        const first = before.deliberations["self-governance"].outcome
        if (first?._tag !== "Decided") return "before the residents decided"
        if ((around.deliberation?.openedOn ?? "") < first.on) return "put forward before the residents decided"
        return around.deliberation?.text !== first.text && "on another text"
      }),
  },
  {
    id: "COGOVERNANCE-5",
    says: "Outcomes are those of the matters, and two of the same day lead to the same state in either order.",
    stories: storiesOf(["attach", "attach", "end", "end", "touch", "skip-joint"]),
    check: (told, _story, decider) =>
      firstEventFault(told, "OutcomeRecorded", ({ outcome }, { around }) => {
        const { deliberation } = around
        return (
          (outcome._tag.toLowerCase() !== deliberation?.status || outcome.on !== deliberation.endedOn) &&
          "another outcome"
        )
      }) ??
      firstFault(told.chapters, (chapter) => {
        const one = recordedIn(decider, chapter, both)
        const other = recordedIn(decider, chapter, both.toReversed())
        return !same(one, other) && `${one.status} or ${other.status}`
      }),
  },
  {
    id: "COGOVERNANCE-6",
    says: "A matter is resolved exactly when all that is needed has decided, on one text, and it holds since the last of these days.",
    stories: storiesOf(["end", "end", "return", "touch", "skip-joint"]),
    check: (told) =>
      firstFault(told.chapters, ({ after, command }) =>
        after.status === "deliberating" && isAgreed(after) ? `not resolved by ${command._tag}` : undefined,
      ) ??
      firstEventFault(told, "MatterResolved", ({ since, text }, { after }) => {
        if (!isAgreed(after) || !textsOf(after).includes(text)) return "two texts, or too few decisions"
        const days = [...both.map((which) => after.deliberations[which].outcome?.on ?? ""), after.skip?.on ?? ""]
        return since !== days.toSorted().at(-1) && `since ${since}`
      }),
  },
  {
    id: "COGOVERNANCE-7",
    says: "The joint deliberation is left out only where it is for touched units alone and none is.",
    stories: storiesOf(["skip-joint", "skip-joint", "touch"]),
    check: ({ chapters }) =>
      firstFault(chapters, ({ after, command }) => {
        if (after.skip === null) return undefined
        if (after.combine !== "second-if-touched") return `skipped under ${after.combine}`
        return after.touched.length > 0 && `${command._tag}: skipped while ${after.touched.join(" and ")} is touched`
      }),
  },
  {
    id: "COGOVERNANCE-8",
    says: "Touched units stay touched; when one is declared while a resolution stands on a skip, the resolution falls with all that was built on it.",
    stories: storiesOf(["skip-joint", "touch"]),
    check: ({ chapters }) =>
      firstFault(chapters, ({ after, before, command }) => {
        if (!before.touched.every((unit) => after.touched.includes(unit))) return `${command._tag} struck a unit out`
        if (before.skip === null || same(before.touched, after.touched)) return undefined
        if (after.status !== "deliberating" || after.resolution !== null) return `it is ${after.status} still`
        const links = [after.disclosures.decision, after.disclosures.result]
        if (links.some((link) => link !== null && !link.lapsed)) return "a disclosure still counts"
        return (after.result !== null || after.appraisals["internal-bodies"] !== null) && "what was built upon it stays"
      }),
  },
  {
    id: "COGOVERNANCE-9",
    says: "A deliberation goes again only when one was lost or two texts were decided, and what lapses is kept as past.",
    stories: storiesOf(["return", "return", "end", "end", "attach"]),
    check: (told) =>
      firstEventFault(told, "ReturnedToDeliberation", ({ lapsed, which }, { after, before }) => {
        const [first, second] = textsOf(before)
        const isLost = both.some((one) => {
          const { outcome } = before.deliberations[one]
          return outcome?._tag === "Rejected" || outcome?._tag === "Withdrawn"
        })
        if (before.deliberations[which].outcome === null) return "what has no outcome goes again"
        if (!isLost && (first === null || second === null || first === second)) return "nothing was wrong"
        const follows = which === "self-governance" && before.combine !== "both"
        if (follows && after.deliberations.joint.matter !== null) return "the joint conference stays on the old text"
        return firstFault(lapsed, (one) => {
          const { matter, past } = after.deliberations[one]
          const was = before.deliberations[one].matter
          return (matter !== null || !past.some((known) => known.matter === was)) && `${was} is forgotten`
        })
      }),
  },
  {
    id: "COGOVERNANCE-10",
    says: "No deliberation is rejected more often than it may begin; a matter falls only where one was rejected, and where new starts are left only by the word of a person, and never after it was once resolved.",
    stories: storiesOf(["end", "end", "return", "return", "reject", "attach"]),
    check: (told) =>
      firstFault(told.chapters, ({ after }) =>
        firstFault(both, (which) => {
          const times = rejections(after, which)
          return times > (after.policy?.newStarts ?? 0) + 1 && `${which} was rejected ${times} times`
        }),
      ) ??
      firstEventFault(told, "CoGovernanceRejected", ({ which }, { around, before }) => {
        if (before.deliberations[which].outcome?._tag !== "Rejected") return "nothing was rejected"
        const mayStart = rejections(before, which) <= (before.policy?.newStarts ?? 0)
        return mayStart && (around.actor._tag === "System" || before.reopened > 0) && "new starts are left"
      }),
  },
  {
    id: "COGOVERNANCE-11",
    says: "Only a deliberation that still runs is let go.",
    stories: storiesOf(["detach", "detach", "attach", "end"]),
    check: (told) =>
      firstEventFault(told, "DeliberationDetached", ({ which }, { around, before }) => {
        if (before.deliberations[which].outcome !== null) return "its outcome was recorded"
        return around.deliberation?.status !== "open" && `it is ${around.deliberation?.status}`
      }),
  },
]

/** How often a deliberation was rejected, by all that is known of it. */
const rejections = ({ deliberations }: CoGovernance, which: Which): number =>
  [deliberations[which].outcome?._tag, ...deliberations[which].past.map(({ ended }) => ended)].filter(
    (ended) => ended === "Rejected",
  ).length
