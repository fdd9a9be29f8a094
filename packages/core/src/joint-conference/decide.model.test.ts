import { given, on, play } from "@jinlin/testkit"
import { foundedConference, someDigest } from "@jinlin/testkit/joint-conference"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  type Conference,
  type ConferenceCommand,
  type ConferencePolicy,
  conferencePolicyDefaults as defaults,
  jointConference,
} from "./index.ts"

/**
 * What a neighbour remembers of a conference that meets again and again on the spot: who belongs to it, and what is on the
 * blackboard of the meeting. No policy, no deadlines, no ids of resolutions: kept so simple that it is plainly right.
 */
interface Memory {
  readonly members: Set<string>
  readonly observers: Set<string>
  board: null | {
    step: "set" | "invited" | "open" | "broken off" | "over"
    readonly invited: Set<string>
    readonly seats: Set<string>
    readonly decided: Set<string>
    readonly texts: Set<number>
  }
  meetings: number
}
interface Real {
  state: Conference
}

/** How often the stories got as far as a resolution: a model that never gets there shows nothing. */
const reached = { adoptions: 0 }

const actor = { _tag: "System", rule: "CONFERENCE-21" } as const
const policy: ConferencePolicy = {
  ...defaults,
  noticeDays: 1,
  agendaDays: 0,
  majority: { ...defaults.majority, base: "present" },
}

/** Puts a command and says whether it was granted; the notice days are walked through so that any day will do. */
const put = (real: Real, command: ConferenceCommand, day: "2026-03-02" | "2026-03-09" = "2026-03-02"): boolean => {
  const { refusals, state } = given({ ...jointConference, initial: real.state }, []).when(command, {
    actor,
    now: on(day),
  })
  real.state = state
  return refusals.length === 0
}

type Move = fc.Command<Memory, Real>
const move = (name: string, can: (memory: Memory) => boolean, run: (memory: Memory, real: Real) => void): Move => ({
  check: can,
  run,
  toString: () => name,
})
const always = () => true
const current = (memory: Memory) => `meeting-${memory.meetings}`

const join = (unit: string, capacity: "member" | "observer") =>
  move(`join ${unit} as ${capacity}`, always, (memory, real) => {
    const isNew = !memory.members.has(unit) && !memory.observers.has(unit)
    const [delegate, alternate] = [`${unit}:delegate`, `${unit}:alternate`]
    expect(put(real, { _tag: "AdmitUnit", unit, kind: "unit", capacity, delegate, alternate })).toBe(isNew)
    if (isNew) (capacity === "member" ? memory.members : memory.observers).add(unit)
  })

const leave = (unit: string) =>
  move(`leave ${unit}`, always, (memory, real) => {
    const isIn = memory.members.has(unit) || memory.observers.has(unit)
    const isBusy = memory.board?.decided.has(unit) === true
    expect(put(real, { _tag: "ReleaseUnit", unit, reason: "it moved" })).toBe(isIn && !isBusy)
    if (isIn && !isBusy) {
      memory.members.delete(unit)
      memory.observers.delete(unit)
    }
  })

const set = () =>
  move(
    "set a meeting",
    (memory) => memory.board === null,
    (memory, real) => {
      memory.meetings += 1
      const meeting = current(memory)
      const appointment = { on: "2026-03-09", minuteOfDay: 0, place: "the hall" } as const
      expect(put(real, { _tag: "ScheduleMeeting", ...appointment, meeting, chairUnit: null })).toBe(true)
      put(real, { _tag: "AddAgendaItem", meeting, item: "lights", title: "Lights", proposedBy: "party-organization" })
      memory.board = { step: "set", invited: new Set(), seats: new Set(), decided: new Set(), texts: new Set() }
    },
  )

const invite = () =>
  move(
    "invite",
    (memory) => memory.board !== null,
    (memory, real) => {
      const possible = memory.board?.step === "set" && memory.members.size > 0
      expect(put(real, { _tag: "GiveNotice", meeting: current(memory) })).toBe(possible)
      if (!possible || memory.board === null) return
      memory.board = { ...memory.board, step: "invited", invited: new Set(memory.members) }
    },
  )

const come = (unit: string, by: "delegate" | "alternate") =>
  move(
    `${by} of ${unit} comes`,
    (memory) => memory.board !== null,
    (memory, real) => {
      const { board } = memory
      const roll = real.state.meetings[0]?.frozen?.roll ?? []
      const granted = put(
        real,
        { _tag: "RecordAttendance", meeting: current(memory), unit, by, person: `${unit}:${by}` },
        "2026-03-09",
      )
      const mayCome = board?.step === "invited" || board?.step === "open"
      expect(granted).toBe(mayCome && roll.some((seat) => seat.unit === unit))
      if (granted && board?.invited.has(unit)) board.seats.add(unit)
    },
  )

const open = () =>
  move(
    "open",
    (memory) => memory.board !== null,
    (memory, real) => {
      const { board } = memory
      const granted = put(real, { _tag: "CallToOrder", meeting: current(memory) }, "2026-03-09")
      expect(granted).toBe(board?.step === "invited")
      if (!granted || board === null) return
      board.step = board.seats.size * 2 > board.invited.size ? "open" : "broken off"
      expect(real.state.meetings[0]?.status).toBe(board.step === "open" ? "quorate" : "inquorate")
    },
  )

const vote = (bits: number, responsible: string) =>
  move(
    `vote ${bits.toString(2)} for ${responsible}`,
    (memory) => memory.board !== null,
    (memory, real) => {
      const { board, members } = memory
      const seats = [...(board?.seats ?? [])]
      const approving = seats.filter((_, place) => ((bits >> place) & 1) === 1)
      const resolution = `resolution-${bits}-${responsible}-${memory.meetings}`
      const granted = put(
        real,
        {
          _tag: "AdoptResolution",
          meeting: current(memory),
          resolution,
          item: "lights",
          textDigest: someDigest(bits % 10),
          presidedBy: null,
          recused: [],
          votes: { for: approving, against: seats.filter((unit) => !approving.includes(unit)), abstain: [] },
          responsibleUnit: responsible,
          dueOn: "2026-04-30",
        },
        "2026-03-09",
      )
      const isNew = board?.texts.has(bits % 10) === false && board.decided.size === 0
      expect(granted).toBe(board?.step === "open" && members.has(responsible) && isNew)
      if (granted) board?.texts.add(bits % 10)
      const adopted = granted && approving.length * 2 > seats.length
      expect(real.state.meetings[0]?.actions.length ?? 0).toBe((board?.decided.size ?? 0) + (adopted ? 1 : 0))
      if (adopted) board?.decided.add(responsible)
      if (adopted) reached.adoptions += 1
    },
  )

const finish = () =>
  move(
    "finish",
    (memory) => memory.board !== null,
    (memory, real) => {
      const { board } = memory
      const meeting = current(memory)
      const closed = put(real, { _tag: "CloseMeeting", meeting }, "2026-03-09")
      expect(closed).toBe(board?.step === "open")
      const cancelled = put(real, { _tag: "CancelMeeting", meeting, reason: "enough" })
      expect(cancelled).toBe(board?.step === "set" || board?.step === "invited")
      if (cancelled) memory.board = null
      const putOff = { on: "2026-04-09", minuteOfDay: 0, place: "the hall" } as const
      const into = `${meeting}-again`
      const adjourned = put(real, { _tag: "AdjournMeeting", ...putOff, meeting, into, chairUnit: null }, "2026-03-09")
      expect(adjourned).toBe(board?.step === "broken off")
      if (adjourned) {
        expect(put(real, { _tag: "CancelMeeting", meeting: into, reason: "enough" })).toBe(true)
        memory.board = null
      }
      if (!closed || board === null) return
      board.step = "over"
      const filed = put(real, { _tag: "FileMinutes", meeting, digest: someDigest(1) }, "2026-03-09")
      expect(filed).toBe(true)
      for (const action of real.state.meetings[0]?.actions ?? [])
        expect(put(real, { _tag: "CloseAction", resolution: action.resolution, evidence: someDigest(2) })).toBe(true)
      expect(real.state.meetings).toEqual([])
      memory.board = null
    },
  )

const names = ["clinic", "school", "estate-services", "coast-station", "judicial-office", "bank", "newspaper"]
const units = fc.constantFrom(...names)

/** Everybody whose bit is set comes, one after the other. */
const gather = (bits: number) =>
  move(
    `gather ${bits.toString(2)}`,
    (memory) => memory.board?.step === "invited",
    (memory, real) => {
      for (const unit of names.filter((_, place) => ((bits >> place) & 1) === 1))
        come(unit, "delegate").run(memory, real)
    },
  )

/** The same move, but only where it leads on. Without these, random moves would hardly ever get to a vote. */
const eagerly = (one: Move, when: (memory: Memory) => boolean): Move => ({
  check: (memory) => one.check(memory) && when(memory),
  run: (memory, real) => one.run(memory, real),
  toString: () => `${one.toString()}!`,
})
const isAt = (step: NonNullable<Memory["board"]>["step"]) => (memory: Memory) => memory.board?.step === step

const bys = fc.constantFrom("delegate" as const, "alternate" as const)
const votes = fc.tuple(fc.nat(127), units).map(([bits, unit]) => vote(bits, unit))
const anyMove: fc.Arbitrary<Move> = fc.oneof(
  { weight: 2, arbitrary: fc.constant(set()) },
  { weight: 3, arbitrary: fc.constant(eagerly(invite(), isAt("set"))) },
  { weight: 4, arbitrary: fc.nat(127).map(gather) },
  { weight: 3, arbitrary: fc.constant(eagerly(open(), (memory) => (memory.board?.seats.size ?? 0) > 2)) },
  { weight: 6, arbitrary: votes.map((one) => eagerly(one, isAt("open"))) },
  { weight: 1, arbitrary: fc.constant(finish()) },
  { weight: 1, arbitrary: fc.tuple(units, bys).map(([unit, by]) => come(unit, by)) },
  { weight: 1, arbitrary: fc.oneof(fc.constant(invite()), fc.constant(open()), votes) },
  { weight: 1, arbitrary: units.map(leave) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(units, fc.constantFrom("member" as const, "observer" as const))
      .map(([unit, capacity]) => join(unit, capacity)),
  },
)

describe("a stateful model", () => {
  it("CONFERENCE-8 CONFERENCE-10 CONFERENCE-12 the conference does what a neighbour with a blackboard would expect", () => {
    fc.assert(
      fc.property(fc.commands([anyMove], { maxCommands: 60, size: "max" }), (commands) => {
        const setup = () => ({
          model: {
            members: new Set(["clinic", "school", "estate-services", "coast-station", "judicial-office"]),
            observers: new Set(["newspaper"]),
            board: null,
            meetings: 0,
          },
          real: { state: play(jointConference, foundedConference(policy)).state },
        })
        fc.modelRun(setup, commands)
      }),
      { numRuns: 500 },
    )
    expect(reached.adoptions).toBeGreaterThan(5)
  })
})
