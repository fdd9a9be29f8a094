import type { Store, StoredEvent } from "@jinlin/sdk"
import { describe, expect, it } from "vitest"
import {
  admit,
  auditOf,
  clerk,
  convenor,
  day,
  founding,
  grant,
  logOf,
  openRota,
  release,
  type Scene,
  saidOf,
  sceneOn,
  schedule,
  stranger,
  toConference,
  toRota,
} from "../../test/shell/scene.ts"
import { grounds } from "../../test/shell/stores.ts"
import { type Failing, failingAt } from "../../test/shell/wrapping.ts"
import type { CommandRequest } from "./request.ts"

const withoutWritten = ({ body, meta, revision, stream, type }: StoredEvent): unknown => {
  const { written: _, ...told } = JSON.parse(meta)
  return { body: JSON.parse(body), meta: told, revision, stream, type }
}

/** Everything that a tenant's store holds of what commands cause. */
const holdingsOf = async (store: Store): Promise<unknown> => {
  const due = await store.readDue("town", { until: Number.MAX_SAFE_INTEGER, limit: 1000 })
  const deliveries = await store.readDeliveries("town", { status: "waiting", limit: 1000 })
  if (!due.ok || !deliveries.ok) throw new Error("the store of the test")
  return {
    log: (await logOf(store)).map(withoutWritten),
    due: due.value,
    deliveries: deliveries.value.rows.map(({ id, key, payload }) => ({ id, key, payload })),
  }
}

interface Case {
  readonly name: string
  readonly before: ReadonlyArray<CommandRequest>
  /** How many days pass before it. */
  readonly days: number
  readonly act: (scene: Scene) => Promise<string>
  /** What comes of it on a store that does not fail. */
  readonly comes: string
}

const ofRequest =
  (request: CommandRequest) =>
  async ({ jinlin }: Scene): Promise<string> =>
    saidOf(await jinlin.execute(request))

const settling = async ({ jinlin }: Scene): Promise<string> => {
  const [first] = await jinlin.settle("town")
  return first?._tag ?? "accepted"
}

const lookingAt = async ({ jinlin }: Scene): Promise<string> => {
  const params = { tenant: "town", subject: "willow" }
  const roster = await jinlin.views.jointConference.roster(params)
  if (!roster.ok) return saidOf(roster)
  const terms = await jinlin.views.rotatingChair.terms(params)
  if (!terms.ok) return saidOf(terms)
  expect(roster.value.rows.map(({ unit }) => unit)).toEqual(["school", "clinic"])
  expect(terms.value.rows.map(({ unit }) => unit)).toEqual(["school", "clinic", "school", "clinic"])
  return "accepted"
}

const both = [...founding("school", "clinic"), openRota(["school", "clinic"])]
const cases: ReadonlyArray<Case> = [
  { name: "a command", before: founding("school"), days: 0, act: ofRequest(admit("clinic")), comes: "accepted" },
  {
    ...{ name: "a command with a guard", before: founding("school", "clinic"), days: 0, comes: "accepted" },
    act: ofRequest(openRota(["school", "clinic"])),
  },
  {
    ...{ name: "a command that catches up, with reactions", days: 40, comes: "accepted" },
    before: [...both, schedule("summer", { on: "2026-05-20", chairUnit: null })],
    act: ofRequest(toConference("notice", clerk, { _tag: "GiveNotice", meeting: "summer" })),
  },
  {
    ...{ name: "a command that is refused", before: founding("school"), days: 0, comes: "RotaNotOpen" },
    act: ofRequest(toRota("close", convenor, { _tag: "CloseRota" })),
  },
  {
    ...{ name: "an attempt", before: founding("school"), days: 0, comes: "Forbidden" },
    act: ofRequest({ ...admit("clinic"), actor: stranger }),
  },
  { name: "settling", before: [...both, release("clinic")], days: 40, act: settling, comes: "accepted" },
  { name: "looking", before: both, days: 0, act: lookingAt, comes: "accepted" },
]

const failings: ReadonlyArray<readonly [Failing, string]> = [
  ["before", "at any call"],
  ["after", "at any call, having done it"],
]

const prepared = async (open: (typeof grounds)[number]["open"], { before, days }: Case): Promise<Scene> => {
  const scene = await sceneOn((await open()).store)
  await grant(scene, ...before)
  await scene.clock.advance(days * day)
  return scene
}

describe.each(grounds)("a store that fails, $name", ({ name: ground, open }) => {
  // In a file every trial opens one: a few of them stand for all. Where there are very many calls every fifth fails.
  const stepOf = ({ days }: Case): number => (ground === "in memory" ? 1 : 11) * (days > 0 ? 5 : 1)

  for (const [failing, how] of failings)
    for (const one of cases)
      it(`SHELL-1 ${how}: ${one.name} is answered, nothing is half written, and asked again it happens once`, async () => {
        const expected = await prepared(open, one)
        expect(await one.act(expected)).toBe(one.comes)
        const holdings = await holdingsOf(expected.store)
        const noted = (await auditOf(expected.store)).length
        for (let nth = 1; ; nth += stepOf(one)) {
          const setting = await prepared(open, one)
          const broken = failingAt(setting.store, nth, failing)
          const scene = await sceneOn(broken.store, { clock: setting.clock })
          const said = await one.act(scene)
          expect(["StoreUnavailable", one.comes]).toContain(said)
          if (said === "StoreUnavailable") {
            // Where it failed between something that fell due and what follows from that, the reactor comes by first.
            if (one.days > 0) expect(await settling(scene)).toBe("accepted")
            expect([nth, await one.act(scene)]).toEqual([nth, one.comes])
          }
          expect([nth, await holdingsOf(setting.store)]).toEqual([nth, holdings])
          expect((await auditOf(setting.store)).length).toBeLessThanOrEqual(noted + 1)
          if (broken.calls() < nth) break
        }
      })
})
