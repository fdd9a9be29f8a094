import { type Covenant, covenant } from "@jinlin/core/covenant"
import { deliberation, type Matter } from "@jinlin/core/deliberation"
import { type Disclosure, disclosure } from "@jinlin/core/disclosure"
import { digestOfSections, type Refusal } from "@jinlin/core/kernel"
import {
  formsOfCovenant,
  formsOfDisclosure,
  formsOfMatter,
  type SittingAwaited,
  type StepForm,
  sittingOf,
} from "@jinlin/registers"
import { rulePacks } from "@jinlin/rule-packs/packs"
import { type Answer, done } from "@jinlin/sdk"
import { voiceOf } from "../../charter/voice.ts"
import { momentAt } from "../../hosting/moment.ts"
import { processes } from "../../hosting/processes.ts"
import { readOn } from "../../shell/loading.ts"
import { systemClock } from "../../workers/clock.ts"
import type { LogAtHand } from "./writing.ts"

/** The forms that are awaited for an id, and its sitting where it is a matter that has one. */
export interface Awaited {
  readonly forms: ReadonlyArray<StepForm>
  readonly sitting: SittingAwaited | null
}

/** The forms of which process commands are. */
const processFor: Readonly<Record<StepForm["kind"], string>> = {
  ...{ call: "deliberation", "sign-in": "deliberation", headcount: "deliberation" },
  ...{ votes: "deliberation", tally: "deliberation" },
  ...{ posting: "disclosure", objection: "disclosure", comment: "covenant", filing: "covenant" },
}

/** The stream to which the commands of a form go. */
export const streamFor = (kind: StepForm["kind"], of: string): string => `${processFor[kind]}/${of}`

const stateOf = async ({ store, tenant }: LogAtHand, name: string, of: string): Promise<Answer<unknown, Refusal>> => {
  const process = processes.get(name)
  if (process === undefined) return done(undefined)
  const standing = await readOn(store, { tenant, process, stream: `${name}/${of}` }, undefined)
  return standing.ok ? done(standing.value.state) : standing
}

/** What a matter is called, whichever process it runs through. */
const titleOf = async (log: LogAtHand, matter: string): Promise<Answer<string, Refusal>> => {
  for (const name of [deliberation.process, "co-governance"]) {
    const state = await stateOf(log, name, matter)
    if (!state.ok) return state
    const { title } = (state.value ?? {}) as { readonly title?: string | null }
    if (typeof title === "string") return done(title)
  }
  return done(matter)
}

interface PublicStates {
  readonly published: Disclosure
  readonly rules: Covenant
}

const publicForms = async (
  log: LogAtHand,
  of: string,
  { published, recordDigest, rules }: PublicStates & { readonly recordDigest: string | undefined },
): Promise<Answer<ReadonlyArray<StepForm>, Refusal>> => {
  const { charter } = log
  const { community } = charter
  const title = await titleOf(log, published.matter ?? of)
  if (!title.ok) return title
  const today = momentAt(charter.zone, systemClock.now()).civilDate
  const ofToday = voiceOf(charter, rulePacks).publishing(today)
  const around = { community, of, title: title.value, recordDigest, ...(ofToday === null ? {} : { rules: ofToday }) }
  const round = rules.draft?.round ?? null
  const offered = round === null ? undefined : digestOfSections(round.offered)
  return done([...formsOfDisclosure(around, published), ...formsOfCovenant({ community, of, offered }, rules)])
}

/**
 * Everything that the log awaits on paper for an id: of a matter, of a disclosure or of a covenant. A disclosure that was not put up
 * yet is printed with the rules of today.
 */
export const awaitedFor = async (
  log: LogAtHand,
  of: string,
  recordDigest?: string,
): Promise<Answer<Awaited, Refusal>> => {
  const matter = await stateOf(log, deliberation.process, of)
  if (!matter.ok) return matter
  const published = await stateOf(log, disclosure.process, of)
  if (!published.ok) return published
  const rules = await stateOf(log, covenant.process, of)
  if (!rules.ok) return rules
  const states = { published: published.value as Disclosure, rules: rules.value as Covenant, recordDigest }
  const others = await publicForms(log, of, states)
  if (!others.ok) return others
  const around = { community: log.charter.community, of }
  const found = matter.value as Matter
  return done({ forms: [...formsOfMatter(around, found), ...others.value], sitting: sittingOf(around, found) })
}
