import { describe, expect, it } from "vitest"
import { type Conference, jointConference } from "../joint-conference/index.ts"
import type { Actor } from "../kernel/authority.ts"
import { spokesman } from "./index.ts"

const unit = { unit: "school", kind: "school", capacity: "member", delegate: "p-1", alternate: "p-2" } as const
const conference: Conference = { ...jointConference.initial, status: "active", units: [unit] }
const post = (name: string, within: string, person: string, onBehalfOf?: string): Actor => ({
  ...{ _tag: "Post", post: name, within, person, onBehalfOf },
})

describe("REACTION-7 who speaks for a unit in the matters of the rota is on the roll", () => {
  it("REACTION-7 a delegate or its alternate, of its own unit only", () => {
    expect(spokesman(conference, post("delegate", "school", "p-1"))).toMatchObject({ within: "school", person: "p-1" })
    expect(spokesman(conference, post("delegate", "school", "p-2"))).toBeDefined()
    expect(spokesman(conference, post("delegate", "school", "p-3"))).toBeUndefined()
    expect(spokesman(conference, post("delegate", "clinic", "p-1"))).toBeUndefined()
  })

  it("REACTION-7 a secretary who types for one of them speaks as that unit, and for a stranger as nobody", () => {
    const typing = post("secretary", "party-organization", "p-9", "p-1")
    expect(spokesman(conference, typing)).toEqual({ _tag: "Post", post: "delegate", within: "school", person: "p-1" })
    expect(spokesman(conference, post("secretary", "party-organization", "p-9", "p-8"))).toBeUndefined()
  })

  it("REACTION-7 whoever speaks for no unit, and everybody where no conference is kept, is taken at their word", () => {
    const system: Actor = { _tag: "System", rule: "CHAIR-10" }
    const stranger = post("delegate", "clinic", "p-8")
    expect(spokesman(conference, system)).toBe(system)
    expect(spokesman(conference, post("convenor", "subdistrict", "p-7"))).toMatchObject({ post: "convenor" })
    expect(spokesman(conference, post("secretary", "party-organization", "p-9"))).toMatchObject({ post: "secretary" })
    expect(spokesman(jointConference.initial, stranger)).toBe(stranger)
  })
})
