import type { Conference } from "../joint-conference/index.ts"

/** The member units of a conference, as the opening of a rota asks for them; undefined where no conference is kept. */
export const membersOf = (conference: Conference): ReadonlyArray<string> | undefined =>
  conference.status === "active"
    ? conference.units.filter(({ capacity }) => capacity === "member").map(({ unit }) => unit)
    : undefined
