import { type Checked, decodeStrictly, type Located, Moment, type NonEmpty } from "@jinlin/core/kernel"
import { nameFault } from "@jinlin/sdk"
import * as Schema from "effect/Schema"
import { nameFrom } from "../shell/digest.ts"

const NonEmptyText = Schema.String.check(Schema.isMinLength(1))

const Recipient = Schema.Union([
  Schema.TaggedStruct("Unit", { unit: NonEmptyText }),
  Schema.TaggedStruct("Post", { post: NonEmptyText }),
  Schema.TaggedStruct("AllUnits", {}),
  Schema.TaggedStruct("Person", { person: NonEmptyText }),
])

const Data = Schema.Record(Schema.String, Schema.Union([Schema.String, Schema.Number, Schema.Null]))

/** What a notice and each message of it are about. */
const about = {
  /** The id of the conference. */
  community: NonEmptyText,
  process: NonEmptyText,
  /** The event that caused it, such as `conference/c-1@7`. */
  event: NonEmptyText,
  moment: Moment,
}

/** A delivery of kind `notice`: one notice to one recipient, before it is known who that is. */
export const NoticePayload = Schema.Struct({
  ...about,
  notice: Schema.Struct({ template: NonEmptyText, to: Recipient, data: Data }),
})
export type NoticePayload = typeof NoticePayload.Type

/**
 * A delivery of kind `message`: for one person on one channel. It holds the reference of a person and neither name nor
 * address. Without a channel (null) it stands for a person whom no channel reaches.
 */
export const MessagePayload = Schema.Struct({
  ...about,
  person: NonEmptyText,
  notifier: Schema.NullOr(NonEmptyText),
  /** BCP 47, as the person wished when the notice was handed on. */
  language: NonEmptyText,
  template: NonEmptyText,
  data: Data,
})
export type MessagePayload = typeof MessagePayload.Type

const asJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const decodeNotice = decodeStrictly(NoticePayload)
const decodeMessage = decodeStrictly(MessagePayload)

/** Reads the payload of a delivery of kind `notice`. */
export const readNotice = (payload: string): Checked<NoticePayload, NonEmpty<Located>> => decodeNotice(asJson(payload))

/** Reads the payload of a delivery of kind `message`. */
export const readMessage = (payload: string): Checked<MessagePayload, NonEmpty<Located>> =>
  decodeMessage(asJson(payload))

/**
 * Parts as one name that a store takes, the same for the same parts and another for others: joined by `/`, or by their
 * digest where that would be ambiguous, too long or not ASCII.
 */
export const joinedName = (...parts: ReadonlyArray<string>): string => {
  const joined = parts.join("/")
  const ambiguous = parts.slice(1).some((part) => part.includes("/") || part === "")
  return ambiguous || nameFault("name", joined) !== undefined ? `digest/${nameFrom(JSON.stringify(parts))}` : joined
}
