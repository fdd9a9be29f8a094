import type { Contact, Message, Notifier, SendFailed } from "@jinlin/sdk"
import { type Contained, contained, plainLine } from "./contained.ts"
import type { NotRendered, NotTaken } from "./relay-cause.ts"
import type { DisabledChannel } from "./relay-channels.ts"
import { messagesFor } from "./relay-notice.ts"
import { contactsOf, lookUpPatience, type RelayParts, type Rendered, type Started } from "./relay-parts.ts"
import { type MessagePayload, readMessage } from "./relay-payload.ts"
import { unreadable } from "./relay-unreadable.ts"
import { delivered, type Verdict } from "./relay-verdict.ts"

const isSendFailed = (failure: unknown): failure is SendFailed =>
  typeof failure === "object" &&
  failure !== null &&
  "kind" in failure &&
  (failure.kind === "temporary" || failure.kind === "permanent" || failure.kind === "disabled")

/** What a notifier said, without the address, should it stand in it. */
const detailOf = (detail: unknown, address: string): string =>
  typeof detail === "string" ? plainLine(detail.replaceAll(address, "…")) : ""

const notTaken = (notifier: string, because: NotTaken["because"], detail: string): NotTaken => ({
  ...{ _tag: "NotTaken", rule: "RELAY-6", notifier, kind: "temporary" },
  ...{ because, detail },
})

/** What the failure of a notifier means for its message. A channel that is disabled is left alone as a whole. */
const refusedBy = (parts: RelayParts, { tenant }: Started, { address, failure, notifier }: Refused): Verdict => {
  const detail = detailOf(failure.detail, address)
  const { channels, clock, limits } = parts
  if (failure.kind === "disabled") {
    const now = clock.now()
    return waitFor(parts, channels.disable(tenant, { notifier, until: now + limits.disabledFor, detail }, now))
  }
  channels.answered(tenant, notifier)
  const cause: NotTaken = { ...notTaken(notifier, "failed", detail), kind: failure.kind }
  return failure.kind === "permanent"
    ? { _tag: "Parked", cause }
    : { _tag: "Failed", cause, retryAfter: failure.retryAfter }
}

/** A channel that is left alone: what is for it waits, and counts no attempt. Rule RELAY-8. */
const waitFor = ({ random }: RelayParts, { detail, notifier, until }: DisabledChannel): Verdict => {
  const cause = { _tag: "ChannelDisabled", rule: "RELAY-8", notifier, detail } as const
  return { _tag: "Waits", cause, until: Math.round(until + spread * random()) }
}

/** Those who wait for a channel come back over so many milliseconds, and not all in one moment. */
const spread = 60_000

interface Refused {
  readonly notifier: string
  readonly address: string
  readonly failure: SendFailed
}

/** What came of sending, whatever a notifier did. Rule RELAY-10. */
const verdictOn = (
  parts: RelayParts,
  started: Started,
  { came, contact }: { readonly came: Contained<unknown>; readonly contact: Contact },
): Verdict => {
  const { notifier } = contact
  if (came._tag === "Stopped") return came
  if (came._tag === "TimedOut") return { _tag: "Failed", cause: notTaken(notifier, "timed-out", "") }
  if (came._tag === "Threw") return { _tag: "Failed", cause: notTaken(notifier, "threw", came.detail) }
  const answer = came.value
  if (typeof answer === "object" && answer !== null && "ok" in answer) {
    if (answer.ok === true) {
      parts.channels.answered(started.tenant, notifier)
      return delivered()
    }
    if ("failure" in answer && isSendFailed(answer.failure))
      return refusedBy(parts, started, { notifier, address: contact.address, failure: answer.failure })
  }
  return { _tag: "Failed", cause: notTaken(notifier, "bad-result", "") }
}

const isRendered = (value: unknown): value is Rendered =>
  typeof value === "object" && value !== null && "text" in value && typeof value.text === "string" && value.text !== ""

/** The text of a message, or what it means that there is none. Rule RELAY-11. */
const textOf = async (
  parts: RelayParts,
  started: Started,
  { language, message }: { readonly message: MessagePayload; readonly language: string },
): Promise<string | Verdict> => {
  const { template } = message
  const not = (because: NotRendered["because"], detail: string): Verdict => ({
    _tag: "Parked",
    cause: { _tag: "NotRendered", rule: "RELAY-11", template, language, because, detail },
  })
  const came = await contained(() => parts.render(message, language, started.tenant), lookUpPatience(parts, started))
  if (came._tag === "Stopped") return came
  if (came._tag === "TimedOut") return not("timed-out", "")
  if (came._tag === "Threw") return not("threw", came.detail)
  const rendered: unknown = came.value
  if (!isRendered(rendered)) return not("bad-result", "")
  const [missing] = rendered.missing ?? []
  return missing === undefined ? rendered.text : not("failed", plainLine(missing._tag))
}

const send = async (
  parts: RelayParts,
  started: Started,
  {
    contact,
    message,
    notifier,
  }: { readonly message: MessagePayload; readonly contact: Contact; readonly notifier: Notifier },
): Promise<Verdict> => {
  const { delivery, lost, tenant } = started
  const text = await textOf(parts, started, { message, language: contact.language })
  if (typeof text !== "string") return text
  const { data, template } = message
  const { address, language } = contact
  const sent: Message = { id: delivery.id, tenant, address, language, template, text, data: Object.freeze({ ...data }) }
  const patience = { clock: parts.clock, milliseconds: parts.limits.sendFor, signal: lost }
  const came = await contained((signal) => notifier.send(Object.freeze(sent), signal), patience)
  return verdictOn(parts, started, { came, contact })
}

/** A message for a person whom no channel reached: if one does now, it goes on there. Rule RELAY-4. */
const lookForChannels = (contacts: ReadonlyArray<Contact>, { delivery }: Started, message: MessagePayload): Verdict => {
  const { language: _, notifier: __, person, ...about } = message
  return contacts.length > 0
    ? delivered(messagesFor(delivery.id, about, { person, contacts }))
    : { _tag: "Parked", cause: { _tag: "NoContact", rule: "RELAY-4", person, notifier: null } }
}

/**
 * Hands a message to its channel: the address is looked up now and kept nowhere, the text is written now, in the language
 * that the person wishes now. Rules RELAY-5, RELAY-6, RELAY-8, RELAY-10.
 */
export const handOnMessage = async (parts: RelayParts, started: Started): Promise<Verdict> => {
  const { delivery, tenant } = started
  const message = readMessage(delivery.payload)
  if (!message.ok) return unreadable(delivery, message.refusal)
  const { notifier: name, person } = message.value
  const notifier = name === null ? undefined : parts.notifiers.get(name)
  if (name !== null && notifier === undefined) {
    const known = [...parts.notifiers.keys()]
    return { _tag: "Parked", cause: { _tag: "UnknownNotifier", rule: "RELAY-4", notifier: name, known } }
  }
  const closed = name === null ? undefined : parts.channels.closed(tenant, name, parts.clock.now())
  if (closed !== undefined) return waitFor(parts, closed)
  const contacts = await contactsOf(parts, started, person)
  if (!contacts.ok) return contacts.verdict
  if (notifier === undefined || name === null) return lookForChannels(contacts.value, started, message.value)
  const contact = contacts.value.find((one) => one.notifier === name)
  if (contact === undefined)
    return { _tag: "Parked", cause: { _tag: "NoContact", rule: "RELAY-4", person, notifier: name } }
  return send(parts, started, { message: message.value, contact, notifier })
}
