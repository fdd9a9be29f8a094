import type { Asked } from "./row.ts"

/** Where something of a stream is told: under which conference, and of which matter, covenant or disclosure where it is one. */
export interface Place {
  readonly conference: string
  /** A matter of deliberation. */
  readonly matter?: string
  /** A matter that goes through two deliberations. */
  readonly coGovernance?: string
  readonly covenant?: string
  readonly disclosure?: string
}

/** The place of a stream in a story: a conference stands for itself and its rota, everything else belongs to the community. */
export const placeOf = ({ process, subject }: Pick<Asked, "process" | "subject">, community: string): Place => {
  switch (process) {
    case "joint-conference":
    case "rotating-chair":
      return { conference: subject }
    case "deliberation":
      return { conference: community, matter: subject }
    case "co-governance":
      return { conference: community, coGovernance: subject }
    case "covenant":
      return { conference: community, covenant: subject }
    case "disclosure":
      return { conference: community, disclosure: subject }
  }
}
