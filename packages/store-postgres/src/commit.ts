import {
  type Answer,
  type Answering,
  type Commit,
  type CommitFailure,
  type Committed,
  commitFault,
  done,
  failed,
  tenantFault,
} from "@jinlin/sdk"
import type { Desk } from "./asking.ts"
import { commitStatement, commitValues } from "./encoding.ts"
import type { PgClient } from "./pg.ts"
import type { Session } from "./session.ts"
import { disposed, faultOf, isWorthRepeating, sqlStateOf } from "./unavailable.ts"

/** What the function in the database says: how it went, or why nothing was written. */
type Said =
  | { readonly failure: CommitFailure }
  | {
      readonly failure?: undefined
      readonly repeated: boolean
      readonly position: string | null
      readonly answer?: string | null
    }

const attempts = 8

const answerOf = (said: Said, { idempotency }: Commit): Answer<Committed, CommitFailure> => {
  if (said.failure !== undefined) return failed(said.failure)
  const { position, repeated } = said
  return done({ repeated, position, answer: repeated ? (said.answer ?? null) : (idempotency?.answer ?? null) })
}

const committed = async (session: Session, commit: Commit): Promise<Answer<Committed, CommitFailure>> => {
  const values = commitValues(commit)
  const [row] = await session.ask<{ readonly answer: string }>(commit.tenant, commitStatement, values)
  return answerOf(JSON.parse(row?.answer ?? "{}"), commit)
}

/** Waits a little, and not as long as the other one does. */
const aMoment = (attempt: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, Math.random() * 4 * attempt))

/** Runs a commit on the store's own connection; where transactions were in each other's way, some times over. */
const repeatedly = async (
  session: Session,
  commit: Commit,
  renew: () => Promise<void>,
): Promise<Answer<Committed, CommitFailure>> => {
  for (let attempt = 1; ; attempt += 1)
    try {
      return await committed(session, commit)
    } catch (thrown) {
      if (attempt === attempts) throw thrown
      if (sqlStateOf(thrown) === "JL002") await renew()
      else if (isWorthRepeating(thrown)) await aMoment(attempt)
      else throw thrown
    }
}

type Committing = (commit: Commit) => Answering<Committed, CommitFailure>

const guarded =
  (desk: Desk, run: (commit: Commit) => Promise<Answer<Committed, CommitFailure>>): Committing =>
  async (commit) => {
    if (desk.closed) return failed(disposed)
    try {
      const fault = commit === undefined || commit === null ? tenantFault(undefined) : commitFault(commit)
      return fault === undefined ? await run(commit) : failed(fault)
    } catch (thrown) {
      return failed(faultOf(thrown))
    }
  }

/** What a store does for its own commits beside them. */
interface Care {
  /** Begins a new epoch when the database was restored. */
  readonly renew: () => Promise<void>
  /** Clears away what ballot boxes held before. */
  readonly clear: () => Promise<void>
}

/** Commits in transactions of the store's own. Before it is answered that a box is closed, what it held before is cleared away. */
export const ownCommits = (desk: Desk, { clear, renew }: Care): Committing =>
  guarded(desk, async (commit) => {
    const answer = await repeatedly(desk.session, commit, renew)
    if (answer.ok && commit.ballots?.some(({ _tag }) => _tag === "Close") === true) await clear()
    return answer
  })

/** On one client a savepoint ends before the next begins, whatever is asked for at once. */
const turns = new WeakMap<PgClient, Promise<unknown>>()

const inTurn = <Value>(client: PgClient, run: () => Promise<Value>): Promise<Value> => {
  const turn = (turns.get(client) ?? Promise.resolve()).then(run, run)
  turns.set(client, turn)
  return turn
}

/**
 * Commits inside the transaction that is open on the vendor's client. A refused one, and one that fails, leaves that
 * transaction as it was before; nothing is repeated, since only the vendor can begin anew.
 */
export const hostedCommits = (desk: Desk, client: PgClient): Committing =>
  guarded(desk, (commit) =>
    inTurn(client, async () => {
      await client.query("savepoint jinlin_commit")
      try {
        const answer = await committed(desk.session, commit)
        await client.query("release savepoint jinlin_commit")
        return answer
      } catch (thrown) {
        await client.query("rollback to savepoint jinlin_commit").catch(() => {})
        throw thrown
      }
    }),
  )
