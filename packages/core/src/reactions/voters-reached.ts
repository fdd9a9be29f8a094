import type { Matter } from "../deliberation/model.ts"
import type { Recipient } from "../kernel/notice.ts"

const named = ({ proposer, sitting }: Matter, to: Recipient): ReadonlyArray<string | null | undefined> => {
  const roll = sitting?.roll ?? []
  switch (to._tag) {
    case "Person":
      return [to.person]
    case "Unit":
      return [roll.find(({ voter }) => voter === to.unit)?.person]
    case "AllUnits":
      return roll.map(({ person }) => person)
    case "Post":
      return to.post === "proposer" ? [proposer?.person] : []
  }
}

/**
 * The people whom a notice of a matter reaches, as references, each once (REACTION-12): `Unit` is a voter of the roll, `AllUnits`
 * is the roll. Empty: nobody is named, and a person must see to it.
 */
export const votersReached = (matter: Matter, to: Recipient): ReadonlyArray<string> => [
  ...new Set(named(matter, to).filter((person) => typeof person === "string")),
]
