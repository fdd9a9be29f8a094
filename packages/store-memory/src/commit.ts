import { type Answer, type Commit, type CommitFailure, type Committed, commitFault, done, failed } from "@jinlin/sdk"
import { planAppends, planGuards } from "./appends.ts"
import { planBallots } from "./ballots.ts"
import { planClaims } from "./claims.ts"
import { planDeliveries, planSettlements } from "./deliveries.ts"
import { planDue } from "./due.ts"
import { planFence } from "./leases.ts"
import type { Ledger } from "./ledger.ts"
import { headOf, placeText } from "./places.ts"
import { type Change, nothing, type Planner } from "./plan.ts"
import { planCheckpoints, planViews } from "./views.ts"

const planAudit: Planner = (ledger, { at, audit = [] }) => {
  if (audit.length === 0) return nothing
  const entries = audit.map(({ body, kind }) => ({ kind, body, at }))
  return done(() => {
    for (const entry of entries)
      ledger.audit.push(Object.freeze({ ...entry, position: placeText(ledger, ledger.audit.length + 1) }))
  })
}

/** The parts that can fail come first, in the order in which every store looks at them. */
const planners: ReadonlyArray<Planner> = [
  ...[planFence, planAppends, planGuards, planClaims, planCheckpoints, planSettlements, planBallots],
  ...[planDue, planDeliveries, planViews, planAudit],
]

const known = (ledger: Ledger, { idempotency }: Commit): Answer<Committed, CommitFailure> | undefined => {
  const kept = idempotency && ledger.commands.get(idempotency.key)
  if (idempotency === undefined || kept === undefined) return undefined
  return kept.content === idempotency.content
    ? done({ repeated: true, position: kept.position, answer: kept.answer })
    : failed({ _tag: "IdempotencyConflict", rule: "STORE-3", key: idempotency.key })
}

const keep = (ledger: Ledger, { at, idempotency }: Commit): Committed => {
  const position = headOf(ledger)
  const answer = idempotency?.answer ?? null
  if (idempotency !== undefined)
    ledger.commands.set(
      idempotency.key,
      Object.freeze({ content: idempotency.content, answer: idempotency.answer, position, at }),
    )
  ledger.written = true
  return { repeated: false, position, answer }
}

/** One commit: every part is worked out before any of them is written, and nothing waits in between. */
export const commitTo = (ledger: Ledger, commit: Commit): Answer<Committed, CommitFailure> => {
  const fault = commitFault(commit)
  if (fault !== undefined) return failed(fault)
  const repeated = known(ledger, commit)
  if (repeated !== undefined) return repeated
  const changes: Array<Change> = []
  for (const plan of planners) {
    const planned = plan(ledger, commit)
    if (!planned.ok) return planned
    changes.push(planned.value)
  }
  for (const change of changes) change()
  return done(keep(ledger, commit))
}
