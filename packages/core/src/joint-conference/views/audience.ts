/** For whom a view is made: everybody, the units of the conference, those who serve it, or an auditor. */
export type Audience = "public" | "parties" | "staff" | "auditor"

/** A reference to a person as an audience sees it: the public sees none. */
export const personFor = <Person extends string | null>(audience: Audience, person: Person): Person | null =>
  audience === "public" ? null : person
