import { type BallotRefused, type BallotWrite, done, failed } from "@jinlin/sdk"
import type { Box, Ledger } from "./ledger.ts"
import type { Planner } from "./plan.ts"

/** Why a box refuses. */
export const ballotRefused = (box: string, because: BallotRefused["because"]) =>
  failed<BallotRefused>({ _tag: "BallotRefused", rule: "STORE-15", box, because })

const refusal = (box: Box | undefined, write: BallotWrite): BallotRefused["because"] | undefined => {
  if (write._tag === "Open") return box === undefined ? undefined : "opened-before"
  if (box === undefined) return "unknown-box"
  if (box.closed) return "closed"
  return write._tag === "Cast" && !box.counts.has(write.choice) ? "unknown-choice" : undefined
}

const changed = (box: Box | undefined, write: BallotWrite): Box => {
  const { closed, counts } = box ?? { closed: false, counts: new Map<string, number>() }
  switch (write._tag) {
    case "Open":
      return { closed, counts: new Map(write.choices.map((choice) => [choice, 0])) }
    case "Cast":
      return { closed, counts: new Map(counts).set(write.choice, (counts.get(write.choice) ?? 0) + 1) }
    case "Close":
      return { closed: true, counts }
  }
}

/** Boxes opened, ballots cast and boxes closed, in this order or any other. Rule STORE-15. */
export const planBallots: Planner = (ledger: Ledger, { ballots = [] }) => {
  const draft = new Map<string, Box>()
  for (const write of ballots) {
    const box = draft.get(write.box) ?? ledger.boxes.get(write.box)
    const because = refusal(box, write)
    if (because !== undefined) return ballotRefused(write.box, because)
    draft.set(write.box, changed(box, write))
  }
  return done(() => {
    for (const [name, box] of draft) ledger.boxes.set(name, box)
  })
}
