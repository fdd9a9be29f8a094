import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import type { Actor, AuthorityTable, Circumstances } from "./authority.ts"
import { authorize, posts } from "./authority.ts"
import { civilDateOf } from "./date-arithmetic.ts"
import type { Moment } from "./moment.ts"

type Command =
  | { readonly _tag: "CallMeeting" }
  | { readonly _tag: "CloseMeeting"; readonly reason: string }
  | { readonly _tag: "RemindMembers" }

const table: AuthorityTable<Command, null, Circumstances> = {
  CallMeeting: posts("MEETING-1", "convenor", "secretary"),
  CloseMeeting: posts("MEETING-2", "convenor"),
  RemindMembers: posts("MEETING-3", "secretary", "system"),
}

const now: Moment = { instant: 0, zone: "Asia/Shanghai", civilDate: civilDateOf(0), minuteOfDay: 480 }
const holder = (post: string): Actor => ({ _tag: "Post", person: "p-1", post, within: "conference-1" })
const timekeeper: Actor = { _tag: "System", rule: "DUE-1" }

const ask = (actor: Actor, command: Command) => authorize(table, command, null, { actor, now })
const forbidden = (rule: string, command: string, allowed: ReadonlyArray<string>) => ({
  ok: false,
  refusal: { _tag: "Forbidden", rule, command, allowed },
})

describe("AUTHORITY-1 what nobody is allowed is refused", () => {
  it.each(["Unknown", "", "constructor", "__proto__", "toString", "valueOf", "hasOwnProperty", "callMeeting"])(
    "AUTHORITY-1 a command called '%s' has no row of its own and is refused, whoever asks",
    (tag) => {
      for (const actor of [holder("convenor"), holder("secretary"), timekeeper])
        expect(ask(actor, { _tag: tag } as Command)).toEqual(forbidden("AUTHORITY-1", tag, []))
    },
  )

  it("AUTHORITY-1 no text opens anything but the three commands there are", () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom(holder("convenor"), holder("secretary"), timekeeper), (tag, actor) => {
        fc.pre(!Object.keys(table).includes(tag))
        expect(ask(actor, { _tag: tag } as Command)).toEqual(forbidden("AUTHORITY-1", tag, []))
      }),
    )
  })

  it("AUTHORITY-1 a table that inherits its rows allows nothing", () => {
    const inherited = Object.create(table) as typeof table
    const command: Command = { _tag: "CallMeeting" }
    expect(authorize(inherited, command, null, { actor: holder("convenor"), now }).ok).toBe(false)
  })

  it("AUTHORITY-1 a table without a row for a command does not compile", () => {
    // @ts-expect-error RemindMembers has no row
    const incomplete: AuthorityTable<Command, null, Circumstances> = {
      CallMeeting: posts("MEETING-1", "convenor"),
      CloseMeeting: posts("MEETING-2", "convenor"),
    }
    const command: Command = { _tag: "RemindMembers" }
    expect(authorize(incomplete, command, null, { actor: timekeeper, now })).toEqual(
      forbidden("AUTHORITY-1", "RemindMembers", []),
    )
  })

  it("AUTHORITY-1 a row for a command that there is not does not compile", () => {
    const excessive: AuthorityTable<Command, null, Circumstances> = {
      ...table,
      // @ts-expect-error there is no such command
      BurnMinutes: posts("MEETING-4", "convenor"),
    }
    expect(Object.keys(excessive)).toContain("BurnMinutes")
  })
})

describe("AUTHORITY-2 a row names the posts that may, and a refusal repeats them", () => {
  it.each([
    ["convenor", "CallMeeting", true],
    ["secretary", "CallMeeting", true],
    ["convenor", "CloseMeeting", true],
    ["secretary", "RemindMembers", true],
    ["secretary", "CloseMeeting", false],
    ["convenor", "RemindMembers", false],
    ["delegate", "CallMeeting", false],
    ["Convenor", "CallMeeting", false],
    ["", "CallMeeting", false],
  ])("AUTHORITY-2 a %s and %s", (post, tag, granted) => {
    expect(ask(holder(post), { _tag: tag } as Command).ok).toBe(granted)
  })

  it("AUTHORITY-2 the refusal gives the rule, the command and every post that may", () => {
    expect(ask(holder("delegate"), { _tag: "CallMeeting" })).toEqual(
      forbidden("MEETING-1", "CallMeeting", ["convenor", "secretary"]),
    )
  })

  it("AUTHORITY-2 a row is asked about the very command, state and circumstances", () => {
    const seen: Array<unknown> = []
    const curious: AuthorityTable<{ readonly _tag: "Look" }, { readonly room: number }, Circumstances> = {
      Look: (...asked) => {
        seen.push(...asked)
        return posts("MEETING-5", "convenor")(asked[0], asked[1], asked[2], asked[3])
      },
    }
    const command = { _tag: "Look" } as const
    const state = { room: 7 }
    const circumstances = { actor: holder("convenor"), now }
    expect(authorize(curious, command, state, circumstances).ok).toBe(true)
    expect(seen).toEqual([circumstances.actor, command, state, circumstances])
  })

  it("AUTHORITY-2 a row without posts lets nobody act", () => {
    const row = posts("MEETING-6")
    for (const actor of [holder("convenor"), holder("system"), timekeeper])
      expect(row(actor, { _tag: "CallMeeting" }, null, { actor, now })).toEqual(
        forbidden("MEETING-6", "CallMeeting", []),
      )
  })
})

describe("AUTHORITY-3 the grounds say by which rule and in which post", () => {
  it("AUTHORITY-3 a post holder acts in a post of a body", () => {
    expect(ask(holder("convenor"), { _tag: "CloseMeeting", reason: "done" })).toEqual({
      ok: true,
      value: { rule: "MEETING-2", post: "convenor", within: "conference-1" },
    })
  })

  it("AUTHORITY-3 a clerk who acts on behalf of somebody has the clerk's own posts, and the grounds say for whom", () => {
    const clerk: Actor = { _tag: "Post", person: "p-2", post: "secretary", within: "conference-1", onBehalfOf: "p-1" }
    expect(ask(clerk, { _tag: "CallMeeting" })).toEqual({
      ok: true,
      value: { rule: "MEETING-1", post: "secretary", within: "conference-1", onBehalfOf: "p-1" },
    })
    expect(ask(clerk, { _tag: "CloseMeeting", reason: "done" })).toEqual(
      forbidden("MEETING-2", "CloseMeeting", ["convenor"]),
    )
  })

  it("AUTHORITY-3 grounds hold nothing undefined, so that they can be written as JSON", () => {
    const plain: Actor = { _tag: "Post", person: "p-2", post: "secretary", within: "c", onBehalfOf: undefined }
    const granted = ask(plain, { _tag: "CallMeeting" })
    expect(granted.ok && Object.keys(granted.value)).toEqual(["rule", "post", "within"])
  })
})

describe("AUTHORITY-4 the system acts only where it is named, by the rule that sent it", () => {
  it("AUTHORITY-4 the timekeeper's grounds are its own rule", () => {
    expect(ask(timekeeper, { _tag: "RemindMembers" })).toEqual({
      ok: true,
      value: { rule: "DUE-1", post: "system", within: "system" },
    })
  })

  it("AUTHORITY-4 the timekeeper may not do what posts may", () => {
    expect(ask(timekeeper, { _tag: "CallMeeting" })).toEqual(
      forbidden("MEETING-1", "CallMeeting", ["convenor", "secretary"]),
    )
  })

  it("AUTHORITY-4 a person whose post is called system is not the system", () => {
    expect(ask(holder("system"), { _tag: "RemindMembers" })).toEqual(
      forbidden("MEETING-3", "RemindMembers", ["secretary", "system"]),
    )
  })
})
