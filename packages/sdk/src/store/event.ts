/**
 * A place in a tenant's log. Opaque, but it sorts: of two positions that one store gave for one tenant, the later one is
 * the greater string. What it is made of is the store's own business and may change with its schema.
 */
export type Position = string

/** An event that is to be stored. `body` and `meta` are canonical JSON text (RFC 8785) and are kept byte for byte. */
export interface NewEvent {
  /** The event's tag, such as `TermBegun`. */
  readonly type: string
  readonly body: string
  /** Who, when, on what grounds, caused by what, under which command. */
  readonly meta: string
  /** The self-describing digest of `eventText` of this event, such as `sha-256:…`; kept, and compared on demand. */
  readonly digest: string
}

/** An event as it stands in the log of its tenant. */
export interface StoredEvent extends NewEvent {
  readonly stream: string
  /** Its place in its stream, from 1 without gaps. */
  readonly revision: number
  readonly position: Position
}

/**
 * The text that an event's digest is made of: canonical JSON of its content and its place, so that neither another body nor
 * another place goes unseen. It is put together from texts that are canonical already.
 */
export const eventText = (event: Pick<StoredEvent, "type" | "body" | "meta" | "stream" | "revision">): string =>
  `{"body":${event.body},"meta":${event.meta},"revision":${event.revision},"stream":${JSON.stringify(event.stream)},"type":${JSON.stringify(event.type)}}`

/** The name of one event in its tenant, the same in every store: its stream and its place in it. */
export const eventId = ({ revision, stream }: Pick<StoredEvent, "stream" | "revision">): string =>
  `${stream}@${revision}`
