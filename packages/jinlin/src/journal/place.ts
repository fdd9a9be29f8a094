import type { Asked } from "./row.ts"

/** Where something of a stream is told: under which conference, and of which matter where it is one. */
export interface Place {
  readonly conference: string
  readonly matter?: string
}

/** The place of a stream in a story: a conference stands for itself and its rota, a matter belongs to the community. */
export const placeOf = ({ process, subject }: Pick<Asked, "process" | "subject">, community: string): Place =>
  process === "deliberation" ? { conference: community, matter: subject } : { conference: subject }
