import { conferencePolicyDefaults } from "@jinlin/core/joint-conference"
import type { Store } from "@jinlin/sdk"
import { createJinlin, listedDirectory, readCharter } from "jinlin"
import type { Contender } from "../../measuring/contender.ts"

const who = (login: string, post: string) => ({ login, post, within: "subdistrict" })

/**
 * The whole shell: a command is read, its actor and post are looked up, it is decided, and its event, notices, due items and answer
 * are written. Founding a conference is the command, so that no stream grows.
 */
export const shellOn = async (store: Store, atOnce: number): Promise<Contender> => {
  const charter = readCharter({ charter: 1, community: "bench", zone: "Asia/Shanghai", names: {}, policies: {} })
  if (!charter.ok) throw new Error("[bench] the charter is refused")
  const offices = [{ post: "superior", within: "subdistrict" }]
  const directory = listedDirectory([{ tenant: "bench", login: "superior", person: "p-1", units: [], offices }])
  const made = await createJinlin({ store, directory, charter: charter.value })
  if (!made.ok) throw new Error("[bench] jinlin did not start")
  let next = 1
  const one = async (): Promise<number> => {
    const number = next
    next += 1
    const came = await made.value.execute({
      ...{ tenant: "bench", id: `c-${number}`, process: "joint-conference", subject: `s-${number}` },
      actor: who("superior", "superior"),
      command: { _tag: "FoundConference", level: "community", convenor: "p-2", policy: conferencePolicyDefaults },
    })
    if (!came.ok) throw new Error(`[bench] a command was refused: ${came.refusals[0]._tag}`)
    return came.value.events.length
  }
  return {
    name: "jinlin.execute, all of it",
    part: "ours",
    run: async (times) => {
      let sum = 0
      for (let done = 0; done < times; done += atOnce) {
        const batch = Array.from({ length: Math.min(atOnce, times - done) }, one)
        for (const each of await Promise.all(batch)) sum += each
      }
      return sum
    },
  }
}
