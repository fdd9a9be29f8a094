import type { RotaEvent } from "../events.ts"
import type { Rota } from "../model.ts"
import { evolveChair } from "./chair.ts"
import { evolveRoll } from "./roll.ts"
import { evolveTurn } from "./turns.ts"

/** What a rota becomes by an event. It cannot fail, and sees neither rules nor policy. */
export const evolve = (rota: Rota, event: RotaEvent): Rota => {
  switch (event._tag) {
    case "RotaOpened": {
      const { anchorDay, policy, startsOn } = event
      return { ...rota, status: "open", startsOn, anchorDay, policies: [{ policy, effectiveFrom: startsOn }] }
    }
    case "RotaPolicyAdopted": {
      const { effectiveFrom, policy } = event
      return { ...rota, policies: [...rota.policies, { policy, effectiveFrom }] }
    }
    case "RotaClosed":
      return { ...rota, status: "closed" }
    case "UnitSeated":
    case "UnitUnseated":
    case "UnitsMerged":
      return evolveRoll(rota, event)
    case "TermPublished":
    case "TurnsSwapped":
    case "TurnSkipped":
    case "TurnDeclined":
    case "TurnMoved":
    case "NoShowRecorded":
      return evolveTurn(rota, event)
    default:
      return evolveChair(rota, event)
  }
}
