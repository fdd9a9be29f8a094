import {
  type Because,
  type Rota,
  type RotaCommand,
  type RotaEvent,
  type RotaPolicy,
  type RotaRefusal,
  rotatingChair,
} from "@jinlin/core/rotating-chair"
import * as Result from "effect/Result"
import { describe, expect, it } from "vitest"
import { assertLaw, type ChairLaw, chairLaws, type RotaDecider } from "./index.ts"

type Tag = RotaCommand["_tag"]

const notOpen: RotaRefusal = { _tag: "RotaNotOpen", rule: "CHAIR-20", status: "closed" }

/** A decider that refuses some commands whatever they ask. */
const refusing = (refused: (tag: Tag) => boolean): RotaDecider => ({
  ...rotatingChair,
  decide: (command, rota, around) =>
    refused(command._tag) ? Result.fail([notOpen]) : rotatingChair.decide(command, rota, around),
})

/** A decider that says something else than what happened, or nothing. */
const saying = (change: (event: RotaEvent) => ReadonlyArray<RotaEvent>): RotaDecider => ({
  ...rotatingChair,
  decide: (command, rota, around) =>
    Result.map(rotatingChair.decide(command, rota, around), (events) => events.flatMap(change)),
})

/** A decider that is asked something else than what was asked, of another rota than there is. */
const hearing = (
  change: (policy: RotaPolicy) => RotaPolicy,
  hears: (tag: Tag) => boolean = () => true,
): RotaDecider => {
  const heard = (rota: Rota): Rota => ({
    ...rota,
    policies: rota.policies.map((dated) => ({ ...dated, policy: change(dated.policy) })),
  })
  return {
    ...rotatingChair,
    decide: (command, rota, around) => {
      if (!hears(command._tag)) return rotatingChair.decide(command, rota, around)
      const asked = command._tag === "OpenRota" ? { ...command, policy: change(command.policy) } : command
      return rotatingChair.decide(asked, heard(rota), around)
    },
  }
}

const published = (because: Because, when: (event: Extract<RotaEvent, { _tag: "TermPublished" }>) => boolean) =>
  saying((event) =>
    event._tag === "TermPublished" && when(event)
      ? [{ ...event, term: { ...event.term, because: [because] } }]
      : [event],
  )

const exchanged = { "keep-earlier": "keep-later", "keep-later": "keep-earlier", "keep-both": "keep-both" } as const

const firstPolicyForEver: RotaDecider = {
  ...rotatingChair,
  decide: (command, rota, around) => {
    const first = rota.policies[0]?.policy
    const swapped = command._tag === "AdoptRotaPolicy" && first !== undefined ? { ...command, policy: first } : command
    return rotatingChair.decide(swapped, rota, around)
  },
}

interface Wrong {
  readonly does: string
  readonly decider: RotaDecider
  readonly breaks: ReadonlyArray<ChairLaw["id"]>
}

const wrong: ReadonlyArray<Wrong> = [
  {
    does: "refuses everything but to open a rota and to look at it",
    decider: refusing((tag) => tag !== "OpenRota" && tag !== "AdvanceRota"),
    breaks: [
      "CHAIR-6",
      "CHAIR-7",
      "CHAIR-9",
      "CHAIR-10",
      "CHAIR-11",
      "CHAIR-12",
      "CHAIR-14",
      "CHAIR-16",
      "CHAIR-17",
      "CHAIR-18",
    ],
  },
  { does: "refuses every swap", decider: refusing((tag) => tag === "SwapTurns"), breaks: ["CHAIR-6"] },
  { does: "refuses every reminder", decider: refusing((tag) => tag === "RemindHandOver"), breaks: ["CHAIR-17"] },
  { does: "refuses to fill a vacancy", decider: refusing((tag) => tag === "FillVacancy"), breaks: ["CHAIR-15"] },
  { does: "refuses every interest", decider: refusing((tag) => tag === "DeclareInterest"), breaks: ["CHAIR-9"] },
  { does: "refuses to look at the rota", decider: refusing((tag) => tag === "AdvanceRota"), breaks: ["CHAIR-20"] },
  {
    does: "lets a unit owe twelve turns whatever the policy says",
    decider: hearing(
      (policy) => ({ ...policy, owedTurnsLimit: 12 }),
      (tag) => tag === "SkipTurn",
    ),
    breaks: ["CHAIR-7"],
  },
  {
    does: "makes every term of the calendar one month long",
    decider: hearing((policy) =>
      policy.term._tag === "Meetings" ? policy : { ...policy, term: { _tag: "Months", count: 1 } },
    ),
    breaks: ["CHAIR-10"],
  },
  {
    does: "counts meetings and ends no term",
    decider: saying((event) => (event._tag === "TermEndSet" ? [] : [event])),
    breaks: ["CHAIR-10"],
  },
  {
    does: "gives back the earlier turns of a merged unit for the later, and the other way round",
    decider: hearing(
      (policy) => ({ ...policy, mergedTurns: exchanged[policy.mergedTurns] }),
      (tag) => tag === "MergeUnits",
    ),
    breaks: ["CHAIR-14"],
  },
  {
    does: "drops the debts of units that merge",
    decider: saying((event) => [event._tag === "UnitsMerged" ? { ...event, owed: [] } : event]),
    breaks: ["CHAIR-14"],
  },
  {
    does: "gives one and the same reason for every term",
    decider: published({ _tag: "NextOnList", round: 99, position: 42 }, ({ term }) => term.unit !== null),
    breaks: ["CHAIR-18", "CHAIR-19"],
  },
  {
    does: "explains a turn that repays a debt as one that waited longest",
    decider: published({ _tag: "WaitedLongest", since: 0 }, ({ repays }) => repays !== null),
    breaks: ["CHAIR-19"],
  },
  {
    does: "lets every hand-over record be due in a thousand years",
    decider: saying((event) =>
      "handOverBefore" in event && event.handOverBefore !== null
        ? [{ ...event, handOverBefore: "2999-01-01" }]
        : [event],
    ),
    breaks: ["CHAIR-17"],
  },
  {
    does: "adopts the first policy again instead of the one that was asked for",
    decider: firstPolicyForEver,
    breaks: ["CHAIR-18"],
  },
]

const holds = (law: ChairLaw, decider: RotaDecider): boolean => {
  try {
    assertLaw(law, decider, { numRuns: 80, seed: 20260131, endOnFailure: true })
    return true
  } catch (error) {
    const fault = error instanceof Error && error.cause instanceof Error ? error.cause.message : ""
    if (!fault.startsWith(`${law.id} does not hold`)) throw error
    return false
  }
}

describe("a wrong decider breaks the law that it breaks", () => {
  for (const { breaks, decider, does } of wrong)
    for (const id of breaks)
      it(`${id} is broken by a decider that ${does}`, () => {
        const laws = chairLaws.filter((law) => law.id === id)
        expect(laws.some((law) => !holds(law, decider))).toBe(true)
      })
})
