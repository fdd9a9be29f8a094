/** A view as a pure fold: what people look at, computed from what happened and from nothing else. */
export interface Projection<View, Event> {
  readonly initial: View
  readonly evolve: (view: View, event: Event) => View
}

/** The view that a history gives. Any way of cutting the history into batches gives the same one. */
export const project = <View, Event>(
  projection: Projection<View, Event>,
  history: Iterable<Event>,
  from: View = projection.initial,
): View => {
  let view = from
  for (const event of history) view = projection.evolve(view, event)
  return view
}
