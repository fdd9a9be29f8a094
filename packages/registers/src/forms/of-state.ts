import type { RegisterVoter } from "../register.ts"
import type { SittingAwaited, StepForm } from "./step-forms.ts"

/** A sitting in the state of a matter. Every `Sitting` of `@jinlin/core/deliberation` is one. */
export interface SittingState {
  readonly round: number
  readonly step: string
  readonly rules: {
    readonly set: string
    readonly notice: SittingAwaited["notice"]
    readonly ballot: { readonly modes: ReadonlyArray<string> }
  }
  readonly calledOn: string
  readonly sitsOn: string
  readonly urgent: string | null
  readonly roll: ReadonlyArray<Pick<RegisterVoter, "voter" | "person">>
  readonly recusals: ReadonlyArray<{ readonly voter: string }>
  readonly present: ReadonlyArray<string>
  readonly presentCount: number | null
  readonly ballot: {
    readonly mode: string
    readonly motion: NonNullable<SittingAwaited["motion"]>
    readonly closesOn: string
    readonly closedAt: number | null
  } | null
  readonly named: unknown
  readonly counted: unknown
}

/** A matter. Every state of `@jinlin/core/deliberation` is one. */
export interface MatterState {
  readonly status: string
  readonly title: string | null
  readonly text: string | null
  readonly revision: number
  readonly at: string | null
  readonly plan: {
    readonly steps: ReadonlyArray<{
      readonly step: string
      readonly body: string
      readonly sets: ReadonlyArray<string>
    }>
  } | null
  readonly sitting: SittingState | null
  readonly closed: ReadonlyArray<unknown>
}

/** Which stream it is, and of which community. */
export interface FormAround {
  readonly community: string
  /** The id of the matter, the disclosure or the covenant. */
  readonly of: string
}

const subjectOf = ({ community, of }: FormAround, { text, title }: MatterState) => ({
  ...{ community, of, title: title ?? of, document: text ?? "" },
})

/** The sitting of a matter that has been called and is not over; null: there is none. Recused voters take no part in it. */
export const sittingOf = (around: FormAround, matter: MatterState): SittingAwaited | null => {
  const { plan, revision, sitting } = matter
  if (sitting === null || matter.status !== "open") return null
  const { ballot, calledOn, counted, named, present, presentCount, round, rules, sitsOn, step, urgent } = sitting
  const recused = new Set(sitting.recusals.map(({ voter }) => voter))
  return {
    ...{ ...subjectOf(around, matter), step, number: round, revision, set: rules.set, notice: rules.notice },
    body: plan?.steps.find((one) => one.step === step)?.body ?? step,
    ...{ calledOn, sitsOn, urgent, present, presentCount },
    roll: sitting.roll.filter(({ voter }) => !recused.has(voter)).map(({ person, voter }) => ({ voter, person })),
    ...{ motion: ballot?.motion ?? null, mode: ballot?.mode ?? null, closesOn: ballot?.closesOn ?? null },
    ...{ modes: rules.ballot.modes, isClosed: (ballot?.closedAt ?? null) !== null },
    isCounted: named !== null || counted !== null,
  }
}

const byName: ReadonlyArray<string> = ["show-of-hands", "open"]
const byCount: ReadonlyArray<string> = ["show-of-hands", "secret-papers"]

/**
 * Who came is taken down until the ballot opens, votes until it is closed; before it is open, sheets are printed for every way of
 * voting that the rules allow.
 */
const formsOfSitting = (sitting: SittingAwaited): ReadonlyArray<StepForm> => {
  const { isClosed, mode, modes, roll } = sitting
  const ways = isClosed ? [] : mode === null ? modes : [mode]
  const isAny = (allowed: ReadonlyArray<string>): boolean => ways.some((way) => allowed.includes(way))
  return [
    ...(mode === null && roll.length > 0 ? [{ ...sitting, kind: "sign-in" } as const] : []),
    ...(mode === null ? [{ ...sitting, kind: "headcount" } as const] : []),
    ...(isAny(byName) && roll.length > 0 ? [{ ...sitting, kind: "votes" } as const] : []),
    ...(isAny(byCount) ? [{ ...sitting, kind: "tally" } as const] : []),
  ]
}

/** The forms that a matter awaits now: to call the body of its step, or to record who came to its sitting and how they voted. */
export const formsOfMatter = (around: FormAround, matter: MatterState): ReadonlyArray<StepForm> => {
  const sitting = sittingOf(around, matter)
  if (sitting !== null) return formsOfSitting(sitting)
  const step = matter.plan?.steps.find((one) => one.step === matter.at)
  if (step === undefined || matter.status !== "open") return []
  const { body, sets } = step
  const number = matter.closed.length + 1
  return [{ ...subjectOf(around, matter), ...{ kind: "call", step: step.step, number, body, sets } }]
}
