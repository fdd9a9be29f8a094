import type { Actor, Due, Grounds, Moment, RuleId } from "@jinlin/core/kernel"
import { type DueItem, type DueList, eventText, type NewDelivery, type NewEvent } from "@jinlin/sdk"
import type { Hosted, Tagged } from "../hosting/hosted.ts"
import { momentIn } from "../hosting/moment.ts"
import { canonical, digestOfText, nameFrom } from "./digest.ts"

/** What set a command going: somebody asked, a day came, or an event of another stream had to be followed. */
export type Why =
  | { readonly _tag: "Asked" }
  | { readonly _tag: "Due"; readonly rule: RuleId }
  /** `depth` counts the reactions that lead here, this one included. */
  | { readonly _tag: "Reaction"; readonly rule: RuleId; readonly event: string; readonly depth: number }

/** Where a stream stood when something was read from it. */
export interface ReadAt {
  readonly stream: string
  readonly revision: number
}

/** What is recorded with every event of one command. */
export interface Recording {
  readonly actor: Actor
  readonly grounds: Grounds
  /** When it counts as having happened; what fell due happened when it fell due. */
  readonly moment: Moment
  /** When it was written, in milliseconds since 1970, where that is later. */
  readonly written: number
  readonly cause: Why
  /** The id under which it was asked for; null for what the system did. */
  readonly command: string | null
  /** Facts that were read elsewhere and may have moved on since. */
  readonly asOf: ReadonlyArray<ReadAt>
}

const withoutAbsent = (actor: Actor): Actor => {
  if (actor._tag === "System" || actor.onBehalfOf !== undefined) return actor
  const { person, post, within } = actor
  return { _tag: "Post", person, post, within }
}

/** The text of `meta`: the same for all events of one command. */
export const metaOf = ({ actor, asOf, cause, command, grounds, moment, written }: Recording): string =>
  canonical({
    actor: withoutAbsent(actor),
    ...(asOf.length > 0 ? { asOf } : {}),
    cause,
    ...(command === null ? {} : { command }),
    grounds,
    moment,
    ...(written === moment.instant ? {} : { written }),
  })

/** Events as they are stored, from the place after `revision` on. */
export const newEvents = (
  events: ReadonlyArray<Tagged>,
  meta: string,
  { revision, stream }: ReadAt,
): ReadonlyArray<NewEvent> =>
  events.map((event, index) => {
    const stored = { type: event._tag, body: canonical(event), meta, stream, revision: revision + index + 1 }
    return { type: stored.type, body: stored.body, meta, digest: digestOfText(eventText(stored)) }
  })

/** The name of a due item among those of its stream: the same each time it is listed. */
export const dueKey = ({ command, on, rule }: Due<Tagged>): string => `${rule}:${on}:${nameFrom(canonical(command))}`

const itemOf = (due: Due<Tagged>, zone: string): DueItem => ({
  key: dueKey(due),
  at: momentIn(zone, due.on, 0).instant,
  rule: due.rule,
  command: canonical(due.command),
})

const sameDues = (one: ReadonlyArray<Due<Tagged>>, other: ReadonlyArray<Due<Tagged>>): boolean =>
  one.length === other.length &&
  one.every((due, index) => {
    const also = other[index]
    return (
      also !== undefined &&
      due.on === also.on &&
      due.rule === also.rule &&
      canonical(due.command) === canonical(also.command)
    )
  })

/** What a stream waits for now, where that has changed. */
export const dueListOf = (
  process: Hosted,
  { after, before }: { readonly before: unknown; readonly after: unknown },
  { stream, zone }: { readonly stream: string; readonly zone: string },
): ReadonlyArray<DueList> => {
  const now = process.due(after)
  if (sameDues(process.due(before), now)) return []
  const items = new Map(now.map((due) => itemOf(due, zone)).map((item) => [item.key, item]))
  return [{ stream, items: [...items.values()] }]
}

/** Who is to be told of these events: a delivery for each notice and recipient. */
export const deliveriesOf = (
  process: Hosted,
  events: ReadonlyArray<Tagged>,
  at: ReadAt & { readonly subject: string; readonly moment: Moment },
): ReadonlyArray<NewDelivery> =>
  events.flatMap((event, index) => {
    const name = `${at.stream}@${at.revision + index + 1}`
    return process.notices(event).flatMap((notice, place) =>
      notice.to.map((to, recipient): NewDelivery => {
        const payload = {
          community: at.subject,
          process: process.name,
          event: name,
          moment: at.moment,
          notice: { template: notice.template, to, data: notice.data },
        }
        return {
          id: `${name}/${place}.${recipient}`,
          key: at.stream,
          kind: "notice",
          payload: canonical(payload),
        }
      }),
    )
  })
