/** A file as it lies there, read past the port. */
export interface RawFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** Something that a port must do, tried on a place of its own. */
export interface PortTrial<Place> {
  readonly title: string
  /** What the place must be able to do for this; it is passed over where it cannot. */
  readonly needs?: "durable"
  readonly run: (place: Place) => Promise<void>
}

/** The trials of one rule. */
export interface PortChapter<Place> {
  readonly rule: string
  readonly says: string
  readonly trials: ReadonlyArray<PortTrial<Place>>
}

/** Where something was opened; `close` lets go of all of it. */
export interface Closing {
  readonly close: () => Promise<void>
}

/** Runs one trial on a place of its own and closes the place, whatever came of it. */
export const runPortTrial = async <Place extends Closing>(
  open: () => Promise<Place>,
  { run }: PortTrial<Place>,
): Promise<void> => {
  const place = await open()
  try {
    await run(place)
  } finally {
    await place.close()
  }
}
