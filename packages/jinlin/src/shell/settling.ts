import type { Refusal } from "@jinlin/core/kernel"
import { type ReactorOptions, reactOnce } from "../workers/reactor.ts"
import { tick } from "../workers/timekeeper.ts"
import type { Engine } from "./engine.ts"

/** How often reactions may set each other going before the rest waits for the next time. */
const roundsAtMost = 10_000

/** Carries out what follows from all that has happened, until nothing is left. Gives what is in the way, if anything is. */
export const followOn = async (
  engine: Engine,
  tenant: string,
  options: ReactorOptions = {},
): Promise<Refusal | undefined> => {
  for (let round = 0; round < roundsAtMost; round += 1) {
    const reacted = await reactOnce(engine, tenant, options)
    if (reacted.events === 0 || reacted.stopped !== undefined) return reacted.stopped
  }
  return undefined
}

/** Everything that follows is done before the next thing that fell due. Gives all that was in the way. */
export const settling =
  (engine: Engine) =>
  async (tenant: string, until?: number): Promise<ReadonlyArray<Refusal>> => {
    const follow = (): Promise<Refusal | undefined> => followOn(engine, tenant)
    const first = await follow()
    if (first !== undefined) return [first]
    const { stopped } = await tick(engine, tenant, { between: follow, until })
    return stopped === undefined ? [] : [stopped]
  }
