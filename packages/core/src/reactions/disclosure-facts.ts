import { type CoGovernance, type DisclosureFact, decidedUnder, disclosable } from "../co-governance/index.ts"
import type { MatterStanding } from "../deliberation/index.ts"
import {
  type Disclosed,
  type Disclosure,
  type DisclosureSubject,
  openObjections,
  standingOf,
} from "../disclosure/index.ts"

/** A matter by its id, as the two processes have it that may bear it. */
export interface BearingMatter {
  readonly matter: string
  readonly coGovernance: CoGovernance
  readonly deliberation: MatterStanding
}

/** What there is to publish, and under which sets of rules it was decided. */
export interface ToPublish extends Pick<DisclosureSubject, "matter" | "what" | "digest" | "since"> {
  readonly sets: ReadonlyArray<string>
}

/**
 * What there is to publish of a matter (REACTION-17): of one of co-governance the text that was resolved, or the report of what
 * came of it; of a deliberation by itself the text that it decided, which has no report. Undefined: nothing yet.
 */
export const toPublish = (
  { coGovernance, deliberation, matter }: BearingMatter,
  what: Disclosed,
): ToPublish | undefined => {
  if (coGovernance.status !== "unopened") {
    const found = disclosable(coGovernance, what)
    return found && { matter, what, digest: found.document, since: found.earliest, sets: decidedUnder(coGovernance) }
  }
  const { endedOn, set, status, text } = deliberation
  if (what === "result" || status !== "decided" || text === null || endedOn === null) return undefined
  return { matter, what, digest: text, since: endedOn, sets: set === null ? [] : [set] }
}

/**
 * The bodies of a matter (REACTION-19): of one of co-governance those that decide in it and the one that opened it; of a deliberation
 * by itself the one that decides last.
 */
export const bodiesOfMatter = ({
  coGovernance: { policy, proposer },
  deliberation: { body },
}: Omit<BearingMatter, "matter">): ReadonlyArray<string> => {
  if (policy === null) return body === null ? [] : [body]
  const { jointBodies, selfGovernanceBodies } = policy
  return [...new Set([...selfGovernanceBodies, ...jointBodies, ...(proposer === null ? [] : [proposer.within])])]
}

/** A disclosure with its id. */
export interface Known {
  readonly disclosure: string
  readonly state: Disclosure
}

/**
 * A disclosure as a matter of co-governance is told of it, with the line of those that it corrects, the nearest first (REACTION-18).
 * `line` are those that it corrects, as far as they are known. Undefined: nothing of that id was ever drawn up.
 */
export const disclosureFact = (
  matter: string,
  { disclosure, state }: Known,
  line: ReadonlyMap<string, Disclosure>,
): DisclosureFact | undefined => {
  const { document, objections, status, supersededBy, what } = state
  const { end: ends, postedOn: from } = standingOf(disclosure, state)
  if (document === null || what === null) return undefined
  const corrects: Array<string> = []
  for (let next = state.corrects; next !== null && !corrects.includes(next); next = line.get(next)?.corrects ?? null)
    corrects.push(next)
  return {
    ...{ disclosure, what, status, corrects, supersededBy },
    ofThisMatter: state.matter === matter,
    proves: document,
    from,
    ends,
    openObjections: openObjections(objections).length,
  }
}
