import type { Audience } from "@jinlin/core/joint-conference"
import type { Projection } from "@jinlin/core/kernel"
import type { Tagged } from "../hosting/hosted.ts"

/** A view that is kept in the store: a fold over the events of one subject, in rows. */
export interface HostedView<Row = unknown> {
  /** Such as `joint-conference.meetings`. */
  readonly name: string
  readonly process: string
  /** Changes when the fold or its rows do: the view is then built anew beside the old one and switched over. */
  readonly version: string
  /** Earlier versions whose rows `show` can show as well: they answer while this one is being built. */
  readonly alsoShows?: ReadonlyArray<string> | undefined
  /** Who may look at it. */
  readonly audiences: ReadonlyArray<Audience>
  /** Whether a row belongs to a conference, where its subject is none; absent: the subject is the conference. */
  readonly belongsTo?: ((row: Row, conference: string) => boolean) | undefined
  readonly initial: unknown
  readonly evolve: (view: unknown, event: Tagged) => unknown
  /** The rows of a view, in the order in which they are shown. A row that did not change is the same object as before. */
  readonly rowsOf: (view: unknown) => ReadonlyArray<Row>
  /** What the fold must remember beyond its rows, as plain data; null: nothing. It is never shown. */
  readonly memory: (view: unknown) => unknown
  readonly from: (rows: ReadonlyArray<Row>, memory: unknown) => unknown
  /** A row as an audience may see it. */
  readonly show: (row: Row, audience: Audience) => Row
}

interface ListDefinition<Item, Event> {
  readonly name: string
  readonly process: string
  readonly version: string
  readonly audiences: ReadonlyArray<Audience>
  readonly belongsTo?: (item: Item, conference: string) => boolean
  readonly projection: Projection<ReadonlyArray<Item>, Event>
  readonly show?: (items: ReadonlyArray<Item>, audience: Audience) => ReadonlyArray<Item>
}

/** A view that is a list: a row for each item. */
export const listView = <Item, Event extends Tagged>(definition: ListDefinition<Item, Event>): HostedView<Item> => {
  const { audiences, belongsTo, name, process, projection, show, version } = definition
  return {
    ...{ name, process, version, audiences, belongsTo },
    initial: projection.initial,
    evolve: (view, event) => projection.evolve(view as ReadonlyArray<Item>, event as Event),
    rowsOf: (view) => view as ReadonlyArray<Item>,
    memory: () => null,
    from: (rows) => rows,
    show: (row, audience) => show?.([row], audience)[0] ?? row,
  }
}
