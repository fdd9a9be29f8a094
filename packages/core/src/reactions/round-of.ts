import type { BallotRound } from "../ballot/index.ts"
import type { Matter } from "../deliberation/model.ts"

type Sitting = NonNullable<Matter["sitting"]>

const bodyOf = ({ plan }: Matter, step: string): string | undefined =>
  plan?.steps.find((planned) => planned.step === step)?.body

const personAt = ({ roll }: Sitting, voter: string): string | null =>
  roll.find((known) => known.voter === voter)?.person ?? null

const phaseOf = ({ ballot }: Sitting): BallotRound["phase"] => {
  if (ballot === null) return "called"
  return ballot.closedAt === null ? "open" : "closed"
}

const inSitting = (sitting: Sitting, voter: string, body: string): BallotRound => {
  const onRoll = sitting.roll.find((known) => known.voter === voter)
  const proxy = sitting.proxies.find((given) => given.voter === voter)
  return {
    round: sitting.round,
    phase: phaseOf(sitting),
    mode: sitting.ballot?.mode ?? null,
    closesOn: sitting.ballot?.closesOn ?? null,
    voter:
      onRoll === undefined
        ? null
        : { person: onRoll.person, recused: sitting.recusals.some((one) => one.voter === voter) },
    proxy: proxy === undefined ? null : { voter: proxy.by, person: personAt(sitting, proxy.by) },
    body,
  }
}

/** The outcomes of a sitting that took a vote. */
const voted: ReadonlySet<string> = new Set(["passed", "amended", "returned", "lost", "annulled"])

/**
 * The round of a matter as a ballot of this voter asks for it (REACTION-10). Null: the matter has no such round, or no vote was
 * taken in it.
 */
export const roundOf = (
  matter: Matter,
  { round, voter }: { readonly round: number; readonly voter: string },
): BallotRound | null => {
  const over = matter.closed.find((sitting) => sitting.round === round)
  const { sitting } = matter
  const step = over?.step ?? (sitting?.round === round ? sitting.step : undefined)
  const body = step === undefined ? undefined : bodyOf(matter, step)
  if (body === undefined) return null
  if (over !== undefined) {
    if (!voted.has(over.outcome)) return null
    const phase = over.outcome === "annulled" ? "annulled" : "decided"
    return { round, phase, mode: null, closesOn: null, voter: null, proxy: null, body }
  }
  return sitting === null ? null : inSitting(sitting, voter, body)
}
