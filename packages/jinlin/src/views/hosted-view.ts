import type { Audience } from "@jinlin/core/joint-conference"
import type { Projection } from "@jinlin/core/kernel"
import type { Tagged } from "../hosting/hosted.ts"
import type { PostHolder } from "../shell/identify.ts"

/** Somebody who looks, in their post, and where the stream stands that says who its people are. */
export interface Viewer {
  readonly actor: PostHolder
  readonly state: unknown
  /** States that the stream has left behind, where they were needed to tell who somebody is. */
  readonly past: ReadonlyArray<unknown>
}

/** Whose people an audience is made of, where that is said by the stream of a process and by no conference. Rule VIEW-6. */
export interface Keeper {
  readonly process: string
  /** The subject of that stream, for the subject or the matter that is asked about; undefined: there is none. */
  readonly subjectOf: (asked: { readonly subject?: string; readonly matter?: string }) => string | undefined
  /** Posts of which the stream itself says who holds them. */
  readonly ownPosts: ReadonlyArray<string>
  /** The posts that belong to each audience; absent: those of a matter. Auditors always belong to theirs. */
  readonly posts?: { readonly [Of in Audience]?: ReadonlyArray<string> } | undefined
  /** Whether somebody in this post belongs to the audience. */
  readonly includes: (viewer: Viewer, asked: { readonly audience: Audience; readonly subject?: string }) => boolean
  /** In which bodies a post would have to be held, for a refusal; absent: that is not said. */
  readonly within?: (viewer: Viewer) => ReadonlyArray<string>
  /** Where the stream does not keep who its people were: of whom that is worth reading in the log, and in which states it stood. */
  readonly recalls?: {
    readonly mayBe: (viewer: Viewer, audience: Audience) => boolean
    /** Whether a state knows what the next one does not keep. */
    readonly isLast: (state: unknown, next: unknown) => boolean
  }
}

/** A view that is kept in the store: a fold over the events of one subject, in rows. */
export interface HostedView<Shown = unknown, Row = Shown> {
  /** Such as `joint-conference.meetings`. */
  readonly name: string
  readonly process: string
  /** Changes when the fold or its rows do: the view is then built anew beside the old one and switched over. */
  readonly version: string
  /** Earlier versions whose rows `show` can show as well: they answer while this one is being built. */
  readonly alsoShows?: ReadonlyArray<string> | undefined
  /** Who may look at it. */
  readonly audiences: ReadonlyArray<Audience>
  /** Whether a row belongs to a conference, or to a matter, where its subject is none; absent: the subject is it. */
  readonly belongsTo?: ((row: Row, record: string) => boolean) | undefined
  /** Who its people are, where no conference says so. */
  readonly keptBy?: Keeper | undefined
  /** How the subjects of one matter begin, where many of them belong to one. */
  readonly prefixOf?: ((matter: string) => string) | undefined
  readonly initial: unknown
  readonly evolve: (view: unknown, event: Tagged) => unknown
  /** The rows of a view, in the order in which they are shown. A row that did not change is the same object as before. */
  readonly rowsOf: (view: unknown) => ReadonlyArray<Row>
  /** What the fold must remember beyond its rows, as plain data; null: nothing. It is never shown. */
  readonly memory: (view: unknown) => unknown
  readonly from: (rows: ReadonlyArray<Row>, memory: unknown) => unknown
  /** A row as an audience, and whoever looks, may see it. */
  readonly show: (row: Row, audience: Audience, viewer: Viewer | undefined) => Shown
}

interface ListDefinition<Item, Event> {
  readonly name: string
  readonly process: string
  readonly version: string
  readonly audiences: ReadonlyArray<Audience>
  readonly belongsTo?: (item: Item, record: string) => boolean
  readonly keptBy?: Keeper
  readonly prefixOf?: (matter: string) => string
  readonly projection: Projection<ReadonlyArray<Item>, Event>
  readonly show?: (items: ReadonlyArray<Item>, audience: Audience, viewer: Viewer | undefined) => ReadonlyArray<Item>
}

/** A view that is a list: a row for each item. */
export const listView = <Item, Event extends Tagged>(definition: ListDefinition<Item, Event>): HostedView<Item> => {
  const { audiences, belongsTo, keptBy, name, prefixOf, process, projection, show, version } = definition
  return {
    ...{ name, process, version, audiences, belongsTo, keptBy, prefixOf },
    initial: projection.initial,
    evolve: (view, event) => projection.evolve(view as ReadonlyArray<Item>, event as Event),
    rowsOf: (view) => view as ReadonlyArray<Item>,
    memory: () => null,
    from: (rows) => rows,
    show: (row, audience, viewer) => show?.([row], audience, viewer)[0] ?? row,
  }
}
