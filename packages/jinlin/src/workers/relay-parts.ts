import {
  type Answering,
  type Clock,
  type Contact,
  type Delivery,
  type Directory,
  type Notifier,
  nameFault,
  type Store,
} from "@jinlin/sdk"
import { contained, type Patience } from "./contained.ts"
import type { LookUpFailed } from "./relay-cause.ts"
import type { Channels } from "./relay-channels.ts"
import type { RelayLimits } from "./relay-limits.ts"
import type { MessagePayload, NoticePayload } from "./relay-payload.ts"
import type { Verdict } from "./relay-verdict.ts"

/** A person, by the reference that the log holds. */
export interface Reached {
  readonly person: string
}

/** A text to be sent; `missing` says why it is only a stand-in, and such a text is not sent. */
export interface Rendered {
  readonly text: string
  readonly missing?: ReadonlyArray<{ readonly _tag: string }> | undefined
}

/** What a relay is made of. */
export interface RelayParts {
  readonly store: Store
  readonly directory: Pick<Directory, "contacts">
  readonly notifiers: ReadonlyMap<string, Notifier>
  /** Whom a notice reaches. A failure tagged `StoreUnavailable` or `DirectoryUnavailable` is waited out, any other counts. */
  readonly reach: (
    tenant: string,
    notice: NoticePayload,
  ) => Answering<ReadonlyArray<Reached>, { readonly _tag: string }>
  /** The text of a message. One that is not all there is laid aside and not sent. */
  readonly render: (message: MessagePayload, language: string, tenant: string) => Rendered | PromiseLike<Rendered>
  readonly clock: Clock
  readonly random: () => number
  readonly limits: RelayLimits
  readonly channels: Channels
}

/** One delivery that was started. `lost`: nobody waits for it any more. */
export interface Started {
  readonly tenant: string
  readonly delivery: Delivery
  readonly lost: AbortSignal
}

/** How long a look-up is waited for. */
export const lookUpPatience = ({ clock, limits }: RelayParts, { lost }: Started): Patience => ({
  ...{ clock, milliseconds: limits.lookUpFor, signal: lost },
})

const waitedOut = new Set(["StoreUnavailable", "StoreTooNew", "DirectoryUnavailable"])

const tagOf = (failure: unknown): string | null =>
  typeof failure === "object" && failure !== null && "_tag" in failure && typeof failure._tag === "string"
    ? failure._tag
    : null

/** What is looked up: whom a notice reaches, or how a person is reached. */
interface LookUp<Item> {
  readonly of: LookUpFailed["of"]
  readonly ask: () => Answering<ReadonlyArray<Item>, unknown>
  readonly isItem: (item: unknown) => item is Item
}

/** What a look-up gave, or what that means for the delivery. */
export type Found<Item> =
  | { readonly ok: true; readonly value: ReadonlyArray<Item> }
  | { readonly ok: false; readonly verdict: Verdict }

/** Looks something up with somebody else's code. What does not answer is waited out; what answers nonsense counts as an attempt. */
export const lookUp = async <Item>({ ask, isItem, of }: LookUp<Item>, patience: Patience): Promise<Found<Item>> => {
  const not = (because: LookUpFailed["because"], failure: string | null, detail = ""): Found<Item> => {
    const cause: LookUpFailed = { _tag: "LookUpFailed", rule: "RELAY-6", of, because, failure, detail }
    const isAway = because === "timed-out" || (failure !== null && waitedOut.has(failure))
    return { ok: false, verdict: { _tag: isAway ? "Waits" : "Failed", cause } }
  }
  const came = await contained(ask, patience)
  if (came._tag === "Stopped") return { ok: false, verdict: came }
  if (came._tag === "TimedOut") return not("timed-out", null)
  if (came._tag === "Threw") return not("threw", null, came.detail)
  const answer: unknown = came.value
  if (typeof answer !== "object" || answer === null || !("ok" in answer)) return not("bad-result", null)
  if (answer.ok !== true) return not("failed", "failure" in answer ? tagOf(answer.failure) : null)
  const items: unknown = "value" in answer ? answer.value : undefined
  return Array.isArray(items) && items.every(isItem) ? { ok: true, value: items } : not("bad-result", null)
}

const isContact = (item: unknown): item is Contact => {
  if (typeof item !== "object" || item === null) return false
  const [notifier, address, language] = ["notifier", "address", "language"].map((field) => Reflect.get(item, field))
  const isTag = typeof language === "string" && /^[A-Za-z0-9-]{1,64}$/.test(language)
  return isTag && typeof address === "string" && address !== "" && nameFault("notifier", notifier) === undefined
}

/** How a person is reached, as the directory says now. */
export const contactsOf = (parts: RelayParts, started: Started, person: string): Promise<Found<Contact>> =>
  lookUp(
    { of: "contacts", isItem: isContact, ask: () => parts.directory.contacts(started.tenant, person) },
    lookUpPatience(parts, started),
  )
