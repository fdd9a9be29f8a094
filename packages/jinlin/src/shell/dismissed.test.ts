import { describe, expect, it } from "vitest"
import {
  admit,
  auditOf,
  convenor,
  founding,
  grant,
  logOf,
  openRota,
  saidOf,
  sceneOn,
  superior,
  toConference,
  toRota,
} from "../../test/shell/scene.ts"
import { grounds } from "../../test/shell/stores.ts"
import { committing } from "../../test/shell/wrapping.ts"
import type { CommandRequest } from "./request.ts"

const assign = toConference("assign", superior, {
  _tag: "AssignConvenor",
  person: "p-next-convenor",
  from: "2026-01-05",
})
const recordText: CommandRequest<"text"> = {
  ...{ tenant: "town", id: "redact", process: "text", subject: "minutes", conference: "willow", actor: convenor },
  command: { _tag: "RecordRedaction", sections: ["whole"], reason: "a name" },
}

describe.each(grounds)("whoever loses a post meanwhile, $name", ({ open }) => {
  /** Two instances on one data: what `meanwhile` says happens between a decision of the second and its commit, once. */
  const racing = async (...meanwhile: ReadonlyArray<CommandRequest>) => {
    const ground = await open()
    const first = await sceneOn(ground.store)
    await grant(first, ...founding("school", "clinic"))
    const left = [meanwhile]
    const overtaken = committing(await ground.another(), async ({ appends = [] }, go) => {
      if (appends.length > 0) await grant(first, ...(left.pop() ?? []))
      return go()
    })
    return { first, second: await sceneOn(overtaken, { clock: first.clock }), store: ground.store }
  }

  it.each([
    ["on the stream of the record itself", admit("court")],
    ["on a stream beside it", openRota(["school", "clinic"])],
  ])("SHELL-14 does nothing any more %s, and it is noted", async (_name, request) => {
    const { second, store } = await racing(assign)
    expect(await second.jinlin.execute(request)).toEqual({
      ok: false,
      refusals: [{ _tag: "Forbidden", rule: "SHELL-5", command: request.command._tag, allowed: ["convenor"] }],
    })
    expect((await logOf(store)).at(-1)?.type).toBe("ConvenorAssigned")
    expect(await auditOf(store)).toEqual([
      expect.objectContaining({ kind: "forbidden", command: request.command._tag, person: "p-convenor" }),
    ])
  })

  it("SHELL-14 a record that moved on without taking the post away changes nothing", async () => {
    const { second, store } = await racing(admit("court"))
    expect(saidOf(await second.jinlin.execute(openRota(["school", "clinic"])))).toBe("accepted")
    const written = (await logOf(store)).map(({ type }) => type)
    expect(written.slice(4, 6)).toEqual(["UnitAdmitted", "RotaOpened"])
  })

  it("SHELL-14 whose command was accepted before is told so, also where the post was lost meanwhile", async () => {
    const { first, second } = await racing()
    const rota = openRota(["school", "clinic"])
    const accepted = await first.jinlin.execute(rota)
    await grant(first, assign)
    expect(await second.jinlin.execute(rota)).toStrictEqual(accepted)
    expect(saidOf(await second.jinlin.execute(toRota("close", convenor, { _tag: "CloseRota" })))).toBe("Forbidden")
    expect(saidOf(await second.jinlin.execute(recordText))).toBe("Forbidden")
  })
})
