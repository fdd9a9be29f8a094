/** At most so many events are taken in one commit. */
export const eventsPerCommit = 10_000

/** At most so many rows are read at once. */
export const rowsPerPage = 10_000

/** The longest name of a stream, claim, key, lease or view, in characters. */
export const nameLength = 256

/** The longest text of an event, delivery, answer or view row, in UTF-16 code units. */
export const textLength = 1_048_576
