import type { Contact, NewDelivery } from "@jinlin/sdk"
import { canonical } from "../shell/digest.ts"
import type { NobodyToReach } from "./relay-cause.ts"
import {
  contactsOf,
  type Found,
  lookUp,
  lookUpPatience,
  type Reached,
  type RelayParts,
  type Started,
} from "./relay-parts.ts"
import { joinedName, type MessagePayload, type NoticePayload, readNotice } from "./relay-payload.ts"
import { unreadable } from "./relay-unreadable.ts"
import { delivered, type Verdict } from "./relay-verdict.ts"

const isReached = (item: unknown): item is Reached =>
  typeof item === "object" && item !== null && "person" in item && typeof item.person === "string" && item.person !== ""

/** The channels of a person, each once: the first contact of each is the one that counts. */
const onePerChannel = (contacts: ReadonlyArray<Contact>): ReadonlyArray<Contact> =>
  [...new Map(contacts.toReversed().map((contact) => [contact.notifier, contact])).values()].reverse()

/** Somebody, and how: without a contact nobody knows how, or (`unclear`) the directory said what cannot be read. */
interface Addressee {
  readonly person: string
  readonly contacts: ReadonlyArray<Contact>
  readonly unclear?: boolean
}

type About = Omit<MessagePayload, "person" | "notifier" | "language">

/** The language in which a person without a contact is not written to. */
const noLanguage = "und"

/**
 * The messages of one person: one for each channel, in its language. A person without a contact has one without a channel,
 * which comes to be laid aside and is seen.
 */
export const messagesFor = (
  from: string,
  about: About,
  { contacts, person }: Addressee,
): ReadonlyArray<NewDelivery> => {
  const channels = onePerChannel(contacts)
  const ways = channels.length > 0 ? channels : [{ notifier: null, language: noLanguage }]
  return ways.map(({ language, notifier }) => {
    const payload: MessagePayload = { ...about, person, notifier, language }
    const channel = notifier ?? "none"
    return {
      id: joinedName(from, person, channel),
      key: joinedName(channel, person),
      kind: "message",
      payload: canonical(payload),
    }
  })
}

const aboutOf = ({ notice, ...rest }: NoticePayload): About => {
  const { community, event, moment, process } = rest
  return { community, process, event, moment, template: notice.template, data: notice.data }
}

/**
 * Looks up how everybody is reached, a few at a time. A directory that is away holds up the notice; what it says of one
 * person and cannot be read holds up that person's message alone.
 */
const addresseesOf = async (
  parts: RelayParts,
  started: Started,
  people: ReadonlyArray<string>,
): Promise<Found<Addressee>> => {
  const found: Array<Addressee> = []
  for (let from = 0; from < people.length; from += parts.limits.lookUpsAtOnce) {
    const some = people.slice(from, from + parts.limits.lookUpsAtOnce)
    const answers = await Promise.all(some.map((person) => contactsOf(parts, started, person)))
    for (const [index, answer] of answers.entries()) {
      if (!answer.ok && answer.verdict._tag !== "Failed") return answer
      found.push({ person: some[index] ?? "", contacts: answer.ok ? answer.value : [], unclear: !answer.ok })
    }
  }
  return { ok: true, value: found }
}

/**
 * Turns a notice into a message for each person and channel, once each. What was found out becomes deliveries in the same
 * commit that settles the notice; where nobody can be reached it is laid aside and says so. Rules RELAY-3, RELAY-4.
 */
export const handOnNotice = async (parts: RelayParts, started: Started): Promise<Verdict> => {
  const { delivery, tenant } = started
  const notice = readNotice(delivery.payload)
  if (!notice.ok) return unreadable(delivery, notice.refusal)
  const { template } = notice.value.notice
  const nobody = (because: NobodyToReach["because"], people: number): Verdict => ({
    _tag: "Parked",
    cause: { _tag: "NobodyToReach", rule: "RELAY-4", template, because, people },
  })
  const ask = (): ReturnType<RelayParts["reach"]> => parts.reach(tenant, notice.value)
  const reached = await lookUp({ of: "people", ask, isItem: isReached }, lookUpPatience(parts, started))
  if (!reached.ok) return reached.verdict
  const people = [...new Set(reached.value.map(({ person }) => person))]
  if (people.length === 0) return nobody("nobody-named", 0)
  const addressees = await addresseesOf(parts, started, people)
  if (!addressees.ok) return addressees.verdict
  if (addressees.value.every(({ contacts, unclear }) => contacts.length === 0 && unclear !== true))
    return nobody("no-contact", people.length)
  const about = aboutOf(notice.value)
  return delivered(addressees.value.flatMap((addressee) => messagesFor(delivery.id, about, addressee)))
}
