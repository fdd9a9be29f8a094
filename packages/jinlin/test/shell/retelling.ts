import { type Ballot, type BallotEvent, ballot, roundScope } from "@jinlin/core/ballot"
import {
  type DeliberationEvent,
  deliberation,
  type Judgement,
  type Matter,
  type Sitting,
} from "@jinlin/core/deliberation"
import { judgeSitting } from "@jinlin/core/deliberation/rules"
import { arrivedBallots } from "@jinlin/core/reactions"
import type { Store } from "@jinlin/sdk"
import { logOf } from "./scene.ts"

/** One decision as it was published, and as whoever reads the log counts it again. */
export interface Retold {
  readonly matter: string
  readonly round: number
  readonly published: Judgement
  readonly again: Judgement
  /** The sitting as it stood when it was decided, and the ballots that had arrived. */
  readonly sitting: Sitting
  readonly ballots: ReadonlyArray<Ballot>
}

const decided: ReadonlySet<string> = new Set(["StepPassed", "StepLost", "TextAmended", "MatterReturned"])

const boxOf = async (store: Store, { ballot: put, round }: Sitting, matter: string) => {
  if (put?.mode !== "secret") return []
  const box = await store.readBallots("town", roundScope(matter, round))
  if (!box.ok) throw new Error(JSON.stringify(box.failure))
  return box.value
}

/** Reads the log from its beginning, as an auditor would, and counts every ballot again from what stands before its decision. */
export const retold = async (store: Store): Promise<ReadonlyArray<Retold>> => {
  const matters = new Map<string, Matter>()
  const ballots = new Map<string, Ballot>()
  const found: Array<Retold> = []
  for (const { body, stream } of await logOf(store)) {
    const [process = "", subject = ""] = stream.split("/")
    if (process === "ballot")
      ballots.set(subject, ballot.evolve(ballots.get(subject) ?? ballot.initial, JSON.parse(body) as BallotEvent))
    if (process !== "deliberation") continue
    const event = JSON.parse(body) as DeliberationEvent
    const before = matters.get(subject) ?? deliberation.initial
    matters.set(subject, deliberation.evolve(before, event))
    const { sitting } = before
    if (!decided.has(event._tag) || !("judgement" in event) || sitting?.ballot == null) continue
    const own = [...ballots.values()].filter(({ of }) => of?.matter === subject && of.round === sitting.round)
    const box = await boxOf(store, sitting, subject)
    const again = judgeSitting(sitting, {
      ballots: arrivedBallots(own, { ...sitting.ballot, endsAt: Number.POSITIVE_INFINITY }),
      box,
    })
    found.push({ matter: subject, round: sitting.round, published: event.judgement, again, sitting, ballots: own })
  }
  return found
}
