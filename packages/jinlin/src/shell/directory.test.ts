import { type Directory, done, type Identity } from "@jinlin/sdk"
import { openMemoryStore } from "@jinlin/store-memory"
import { describe, expect, it } from "vitest"
import {
  admit,
  founding,
  grant,
  logOf,
  saidOf,
  sceneOn,
  stranger,
  townDirectory,
  usersOf,
} from "../../test/shell/scene.ts"
import { committing } from "../../test/shell/wrapping.ts"

/** A directory that never answers for one login. */
const hangingFor = (hanging: string): Directory => {
  const town = townDirectory()
  return {
    ...town,
    identify: (tenant, login) => (login === hanging ? new Promise(() => {}) : town.identify(tenant, login)),
  }
}

const convenorIs = (identity: unknown): Directory => {
  const town = townDirectory()
  return {
    ...town,
    identify: async (tenant, login) =>
      login === "convenor" ? done(identity as Identity) : town.identify(tenant, login),
  }
}

describe("a directory", () => {
  it("SHELL-13 that does not answer is waited for so long, and holds up nobody else", async () => {
    const scene = await sceneOn(openMemoryStore(), { directory: hangingFor("stranger") })
    await grant(scene, ...founding("school"))
    const hanging = scene.jinlin.execute({ ...admit("clinic"), actor: stranger })
    await grant(scene, admit("court"))
    await scene.clock.advance(10_000)
    expect(await hanging).toEqual({
      ok: false,
      refusals: [{ _tag: "DirectoryUnavailable", rule: "PORT-2", detail: "timed out" }],
    })
  })

  it("SHELL-11 is not waited for by whoever calls off what they asked", async () => {
    const scene = await sceneOn(openMemoryStore(), { directory: hangingFor("stranger") })
    const stop = new AbortController()
    const hanging = scene.jinlin.execute({ ...admit("clinic"), actor: stranger }, { signal: stop.signal })
    await Promise.resolve()
    stop.abort()
    expect(saidOf(await hanging)).toBe("Cancelled")
  })

  it("SHELL-11 a turn is not waited for by whoever calls off what they asked", async () => {
    let go = (): void => {}
    const held = new Promise<void>((resolve) => {
      go = resolve
    })
    const under = openMemoryStore()
    await grant(await sceneOn(under), ...founding("school"))
    let begun = (): void => {}
    const isBegun = new Promise<void>((resolve) => {
      begun = resolve
    })
    const scene = await sceneOn(
      committing(under, async (_commit, commit) => {
        begun()
        await held
        return commit()
      }),
    )
    const stop = new AbortController()
    const first = scene.jinlin.execute(admit("clinic"))
    await isBegun
    const second = scene.jinlin.execute(admit("court"), { signal: stop.signal })
    await new Promise((resolve) => setImmediate(resolve))
    stop.abort()
    expect(saidOf(await second)).toBe("Cancelled")
    go()
    expect(saidOf(await first)).toBe("accepted")
    await grant(scene, admit("market"))
    expect((await logOf(under)).map(({ body }) => JSON.parse(body).unit).slice(-2)).toEqual(["clinic", "market"])
  })

  const rightful = { person: "p-convenor", units: [], offices: [] }
  it.each([
    ["nothing", undefined],
    ["no person", { units: [], offices: [] }],
    ["a person that is no id", { ...rightful, person: "p convenor/1" }],
    ["no units", { ...rightful, units: undefined }],
    ["units that are no ids", { ...rightful, units: [7] }],
    ["an office without its body", { ...rightful, offices: [{ post: "superior" }] }],
    ["an office that throws", { ...rightful, offices: [null] }],
  ])("SHELL-13 that answers with %s is as good as away", async (_name, identity) => {
    const store = openMemoryStore()
    await grant(await sceneOn(store), ...founding())
    const scene = await sceneOn(store, { directory: convenorIs(identity) })
    expect(await scene.jinlin.execute(admit("school"))).toEqual({
      ok: false,
      refusals: [{ _tag: "DirectoryUnavailable", rule: "PORT-2", detail: "bad answer" }],
    })
  })

  it("SHELL-13 may keep more of its users than is asked for", async () => {
    const store = openMemoryStore()
    await grant(await sceneOn(store), ...founding())
    const [user] = usersOf("town")
    const scene = await sceneOn(store, { directory: convenorIs({ ...user, ...rightful, name: () => "unknown" }) })
    await grant(scene, admit("school"))
    expect(JSON.parse((await logOf(store)).at(-1)?.meta ?? "")).toMatchObject({ actor: { person: "p-convenor" } })
  })
})
