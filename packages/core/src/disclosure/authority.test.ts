import { on, play } from "@jinlin/testkit"
import {
  disclosureAt,
  downOn,
  objectingOn,
  postingOn,
  preparing,
  sceneScope,
  sceneSubject,
  someDigest,
} from "@jinlin/testkit/disclosure"
import { describe, expect, it } from "vitest"
import { type Actor, authorize } from "../kernel/authority.ts"
import {
  authority,
  type Disclosure,
  type DisclosureCircumstances,
  type DisclosureCommand,
  decides,
  disclosure,
  standingOf,
} from "./index.ts"

const post = (name: string, more: { readonly onBehalfOf?: string; readonly within?: string } = {}): Actor => ({
  ...{ _tag: "Post", person: `${name}-1`, post: name, within: "committee" },
  ...more,
})
const system: Actor = { _tag: "System", rule: "DISCLOSURE-13" }
const { state } = play(disclosure, disclosureAt("posted"))
const asked = (
  actor: Actor,
  command: DisclosureCommand,
  { of = state, ...more }: Partial<DisclosureCircumstances> & { readonly of?: Disclosure } = {},
) => authorize(authority, command, of, { actor, now: on("2026-09-10"), scope: sceneScope, ...more })
const may = (...all: Parameters<typeof asked>): boolean => asked(...all).ok

const commands: {
  readonly [Tag in DisclosureCommand["_tag"]]: Extract<DisclosureCommand, { readonly _tag: Tag }>
} = {
  PrepareDisclosure: preparing,
  ConfirmCheck: { _tag: "ConfirmCheck", document: sceneSubject().digest, preparation: 1 },
  PostDisclosure: postingOn("2026-09-10"),
  TakeDown: downOn("2026-09-10"),
  ConfirmHanging: { _tag: "ConfirmHanging", posting: 1, reason: "a slip", evidence: someDigest(4) },
  RaiseObjection: objectingOn("2026-09-10", "one"),
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
  ConfirmHanging: [true, false, true, false, false, true, false],
  RaiseObjection: [false, false, true, false, true, true, false],
  AnswerObjection: [true, false, true, false, false, false, false],
  RecountPeriod: [true, false, false, false, false, false, true],
  CompleteDisclosure: [true, false, false, false, false, false, true],
  SupersedeDisclosure: [true, false, false, false, false, false, true],
  AbandonDisclosure: [true, false, false, false, false, false, false],
}
const rows = Object.values(commands).map((command) => [command._tag, command] as const)

describe("who may do what", () => {
  it.each(rows)("DISCLOSURE-17 %s", (tag, command) => {
    const people = [
      post("discloser"),
      post("secretary"),
      post("secretary", { onBehalfOf: "somebody" }),
      post("checker"),
      post("resident"),
      post("overseer"),
      system,
    ]
    expect(people.map((actor) => may(actor, command))).toEqual(granted[tag])
    expect(may(post("gardener"), command)).toBe(false)
    expect(may(post("system"), command)).toBe(false)
  })

  it("DISCLOSURE-17 discloser and secretary are those of the body that drew it up, and a refusal says which that is", () => {
    const elsewhere = { within: "another", onBehalfOf: "somebody" }
    for (const [, command] of rows) {
      expect(may(post("discloser", elsewhere), command)).toBe(false)
      expect(may(post("secretary", elsewhere), command)).toBe(false)
    }
    expect(asked(post("discloser", elsewhere), commands.PostDisclosure)).toMatchObject({
      refusal: { _tag: "Forbidden", allowed: ["discloser", "secretary"], within: ["committee"] },
    })
  })

  it("DISCLOSURE-17 whoever draws up first is of a body that publishes for the matter, and of none where nobody knows any", () => {
    const of = disclosure.initial
    const both = { publishing: ["committee", "another"], community: [] }
    for (const name of ["discloser", "secretary"]) {
      expect(may(post(name, { within: "another" }), preparing, { of })).toBe(false)
      expect(may(post(name, { within: "another" }), preparing, { of, scope: both })).toBe(true)
      expect(may(post(name), preparing, { of, scope: undefined })).toBe(false)
    }
  })

  it("DISCLOSURE-17 a correction is drawn up by the body whose disclosure it corrects, and by no other", () => {
    const scope = { publishing: ["committee", "another"], community: [] }
    const corrected = standingOf("disclosure-1", state)
    const correcting = { ...preparing, corrects: "disclosure-1" }
    const more = { of: disclosure.initial, scope, corrected }
    expect(may(post("discloser"), correcting, more)).toBe(true)
    expect(asked(post("discloser", { within: "another" }), correcting, more)).toMatchObject({
      refusal: { _tag: "Forbidden", within: ["committee"] },
    })
    const theirs = {
      ...state,
      status: "prepared",
      preparedBy: { person: "p", onBehalfOf: null, within: "another" },
    } as const
    for (const within of ["committee", "another"])
      expect(may(post("discloser", { within }), correcting, { ...more, of: theirs })).toBe(false)
  })

  it("DISCLOSURE-17 checker, resident and overseer are of the community, and of no other", () => {
    for (const [name, command] of [
      ["checker", commands.ConfirmCheck],
      ["resident", commands.RaiseObjection],
      ["overseer", commands.RaiseObjection],
      ["overseer", commands.TakeDown],
      ["overseer", commands.ConfirmHanging],
    ] as const) {
      for (const within of sceneScope.community) expect(may(post(name, { within }), command)).toBe(true)
      expect(asked(post(name, { within: "elsewhere" }), command)).toMatchObject({
        refusal: { _tag: "Forbidden", within: sceneScope.community },
      })
      expect(may(post(name), command, { scope: undefined })).toBe(false)
    }
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
