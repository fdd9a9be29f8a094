import { on, play } from "@jinlin/testkit"
import { disclosureAt, postingOn, preparing, sceneSubject, someDigest } from "@jinlin/testkit/disclosure"
import { describe, expect, it } from "vitest"
import { type Actor, authorize } from "../kernel/authority.ts"
import { authority, type Disclosure, type DisclosureCommand, decides, disclosure } from "./index.ts"

const post = (name: string, more: { readonly onBehalfOf?: string; readonly within?: string } = {}): Actor => ({
  ...{ _tag: "Post", person: `${name}-1`, post: name, within: "committee" },
  ...more,
})
const system: Actor = { _tag: "System", rule: "DISCLOSURE-13" }
const { state } = play(disclosure, disclosureAt("posted"))
const may = (actor: Actor, command: DisclosureCommand, of: Disclosure = state): boolean =>
  authorize(authority, command, of, { actor, now: on("2026-09-10") }).ok

const commands: {
  readonly [Tag in DisclosureCommand["_tag"]]: Extract<DisclosureCommand, { readonly _tag: Tag }>
} = {
  PrepareDisclosure: preparing,
  ConfirmCheck: { _tag: "ConfirmCheck", document: sceneSubject().digest, preparation: 1 },
  PostDisclosure: postingOn("2026-09-10"),
  TakeDown: { _tag: "TakeDown", posting: 1, on: "2026-09-10", reason: "the wind" },
  RaiseObjection: { _tag: "RaiseObjection", objection: "one", text: someDigest(7) },
  AnswerObjection: { _tag: "AnswerObjection", objection: "one", answer: someDigest(8) },
  RecountPeriod: { _tag: "RecountPeriod" },
  CompleteDisclosure: { _tag: "CompleteDisclosure" },
  SupersedeDisclosure: { _tag: "SupersedeDisclosure", by: "disclosure-2" },
  AbandonDisclosure: { _tag: "AbandonDisclosure", reason: "not needed" },
}

/** By hand: discloser, secretary alone, secretary for somebody, checker, resident, overseer, timekeeper. */
const granted: { readonly [Tag in DisclosureCommand["_tag"]]: ReadonlyArray<boolean> } = {
  PrepareDisclosure: [true, true, true, false, false, false, false],
  ConfirmCheck: [false, false, false, true, false, false, false],
  PostDisclosure: [true, false, true, false, false, false, false],
  TakeDown: [true, false, true, false, false, true, false],
  RaiseObjection: [false, false, true, false, true, true, true],
  AnswerObjection: [true, false, true, false, false, false, false],
  RecountPeriod: [true, false, false, false, false, false, true],
  CompleteDisclosure: [true, false, false, false, false, false, true],
  SupersedeDisclosure: [true, false, false, false, false, false, true],
  AbandonDisclosure: [true, false, false, false, false, false, false],
}
const rows = Object.values(commands).map((command) => [command._tag, command] as const)

describe("who may do what", () => {
  it.each(rows)("DISCLOSURE-17 %s", (tag, command) => {
    const asked = [
      post("discloser"),
      post("secretary"),
      post("secretary", { onBehalfOf: "somebody" }),
      post("checker"),
      post("resident"),
      post("overseer"),
      system,
    ]
    expect(asked.map((actor) => may(actor, command))).toEqual(granted[tag])
    expect(may(post("gardener"), command)).toBe(false)
    expect(may(post("system"), command)).toBe(false)
  })

  it("DISCLOSURE-17 discloser and secretary are those of the body that drew it up; a resident is of any", () => {
    const elsewhere = { within: "another", onBehalfOf: "somebody" }
    for (const [, command] of rows) {
      expect(may(post("discloser", elsewhere), command)).toBe(false)
      expect(may(post("secretary", elsewhere), command)).toBe(false)
    }
    expect(may(post("discloser", elsewhere), preparing, disclosure.initial)).toBe(true)
    expect(may(post("resident", elsewhere), commands.RaiseObjection)).toBe(true)
    expect(may(post("overseer", elsewhere), commands.TakeDown)).toBe(true)
    expect(may(post("checker", { within: "another" }), commands.ConfirmCheck)).toBe(true)
  })

  it("DISCLOSURE-17 a check is confirmed in person, and nothing that decides is a secretary's", () => {
    expect(may(post("checker", { onBehalfOf: "somebody" }), commands.ConfirmCheck)).toBe(false)
    for (const [tag, command] of rows)
      if (decides[tag]) expect(may(post("secretary", { onBehalfOf: "somebody" }), command)).toBe(false)
    expect(rows.filter(([tag]) => decides[tag]).map(([tag]) => tag)).toEqual([
      "ConfirmCheck",
      "RecountPeriod",
      "CompleteDisclosure",
      "SupersedeDisclosure",
      "AbandonDisclosure",
    ])
  })
})
