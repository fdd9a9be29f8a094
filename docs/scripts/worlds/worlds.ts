import type { Walked } from "@jinlin/testkit"

/** Every picture of the site by name, with the walk that it is drawn from. */
export const worlds: Readonly<Record<string, () => Walked>> = {}
