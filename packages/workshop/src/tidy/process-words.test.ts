import { describe, expect, it } from "vitest"
import { decideTypes } from "./decide-types.ts"
import { literalTags } from "./literal-tags.ts"
import { policyFields, policyIsWrittenOut } from "./policy-fields.ts"
import { refusalsAreExplained, refusalsAreMade } from "./refusal-cases.ts"
import { said } from "./said.ts"
import { commandTense, eventTense } from "./tense.ts"

const grid = (files: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(files).map(([name, text]) => [`packages/core/src/grid/${name}.ts`, text]))

const union = (...tags: ReadonlyArray<string>): string =>
  `export const Cases = Schema.Union([${tags.map((tag) => `Schema.TaggedStruct("${tag}", {})`).join(", ")}])`

const commands = (...tags: ReadonlyArray<string>) => said(commandTense, grid({ commands: union(...tags) }))
const events = (...tags: ReadonlyArray<string>) => said(eventTense, grid({ events: union(...tags) }))

describe("tense", () => {
  it("lets commands be orders", () => {
    expect(
      commands("HandOverChair", "PutOffTurn", "SetHorizon", "ReadMinutes", "RecordNeed", "FoundGrid", "DrawSeed"),
    ).toEqual([])
  })

  it.each(["ChairHandedOver", "TurnSkipped", "ClosedMeeting"])("does not let a command be a fact: %s", (tag) => {
    const isSeen = tag !== "ChairHandedOver"
    expect(commands(tag).length).toBe(isSeen ? 1 : 0)
  })

  it("lets events be facts, regular or not, with the verb in any place", () => {
    expect(
      events(
        "ChairHandedOver",
        "MeetingHeld",
        "TermBegun",
        "TermBegan",
        "UnitLeft",
        "NoticeSent",
        "QuorumMet",
        "DebtLapsed",
      ),
    ).toEqual([])
  })

  it.each(["HandOverChair", "TurnNeed", "UnitSeat", "SeedFeed", "Advance"])(
    "does not let an event be an order: %s",
    (tag) => {
      expect(events(tag)).toEqual([expect.stringContaining(`event \`${tag}\` has no word in the past tense`)])
    },
  )

  it("reads the cases of a union, not what stands inside a case", () => {
    const inner =
      'export const E = Schema.TaggedUnion({ GridDrawn: { by: Schema.TaggedStruct("Person", {}) }, Redraw: {} })'
    expect(said(eventTense, grid({ events: inner }))).toEqual([expect.stringContaining("`Redraw`")])
  })
})

describe("tags", () => {
  it("must be literal, or nothing above sees them", () => {
    const built = "export const Event = tags.map((tag) => Schema.TaggedStruct(tag, {}))"
    expect(said(literalTags, grid({ events: built }))).toEqual([
      expect.stringContaining("declares no case with a literal tag"),
    ])
  })

  it("may be handed to a function of the file that makes the struct", () => {
    const made =
      'const fact = (rule: string, tag: string) => Schema.TaggedStruct(tag, { rule })\nexport const E = [fact("x", "Redraw")]'
    expect(said(literalTags, grid({ events: made }))).toEqual([])
    expect(said(eventTense, grid({ events: made }))).toEqual([expect.stringContaining("events.ts:2 event `Redraw`")])
  })
})

describe("policy fields", () => {
  const policy = `const share = () => Schema.Struct({ numerator: Schema.String })
export const Order = Schema.TaggedStruct("Drawn", { seed: Schema.String })
export const GridPolicy = Schema.Struct({
  termMonths: whole,
  horizon: whole,
  quorum: share(),
  never: whole,
})`

  it("are read by a rule, a decision or a deadline, in whatever way", () => {
    const files = grid({
      policy,
      "rules/next": "const a = policy.termMonths; const b = (order) => order['seed']",
      due: "const of = ({ horizon: ahead }) => ahead",
      "decide/open": "const { quorum } = policy",
      views: "const shown = policy.never",
    })
    expect(said(policyFields, files)).toEqual([
      expect.stringContaining("policy.ts:7 no rule, decision or deadline reads the policy field `never`"),
    ])
  })

  it("are not read by a comment, a type or a value of that name", () => {
    const files = grid({
      policy,
      rules: "// policy.termMonths\ntype A = { seed: 1; quorum: 1; horizon: 1; never: 1 }\nconst termMonths = 1",
    })
    expect(said(policyFields, files).length).toBe(5)
  })

  it("are written out in an exported struct", () => {
    expect(said(policyIsWrittenOut, grid({ policy: "export const Policy = make(fields)" })).length).toBe(1)
    expect(said(policyIsWrittenOut, grid({ policy }))).toEqual([])
  })
})

describe("refusals", () => {
  const refusals = `export const Refusal = Schema.Union([
  /** Until when the term runs. */
  Schema.TaggedStruct("TermStillRunning", {}),
  Schema.TaggedStruct("Forbidden", {}),
  /** Nobody. */
  Schema.TaggedStruct("NobodySeated", {}).annotate({}),
])`

  it("are made by a rule, the decider, authority or the kernel, and not only compared", () => {
    const files = {
      ...grid({
        refusals,
        rules: 'const a = { _tag: "TermStillRunning" }',
        decide:
          'if (r._tag === "NobodySeated") stop()\nswitch (r._tag) { case "NobodySeated": }\ntype A = "NobodySeated"',
        views: 'const a = { _tag: "NobodySeated" }',
      }),
      "packages/core/src/kernel/authority.ts": 'const a = { _tag: "Forbidden" }',
    }
    expect(said(refusalsAreMade, files)).toEqual([
      expect.stringContaining("refusals.ts:6 nothing refuses with `NobodySeated`"),
    ])
  })

  it("may be made by their constructor", () => {
    const constructed = 'export const TermStillRunning = Schema.TaggedStruct("TermStillRunning", {})'
    const made = (line: string) => said(refusalsAreMade, grid({ refusals: constructed, authority: line }))
    expect(made("const a = refusals.TermStillRunning.make({})")).toEqual([])
    expect(made("type A = TermStillRunning")).not.toEqual([])
  })

  it("are explained case by case", () => {
    expect(said(refusalsAreExplained, grid({ refusals }))).toEqual([
      expect.stringContaining("refusals.ts:4 refusal `Forbidden` has no doc line"),
    ])
    const alone =
      '/** Until when. */\nexport const A = Schema.TaggedStruct("A", {})\n\nexport const B = Schema.TaggedStruct("B", {})'
    expect(said(refusalsAreExplained, grid({ refusals: alone }))).toEqual([expect.stringContaining("`B`")])
  })
})

describe("deciders", () => {
  const body = "{ switch (command._tag) { case 'A': return 1 } }"

  it.each([
    `export const decide = (command: C): Decision => ${body}`,
    `export const decide: Decide = (command) => ${body}`,
    `export function decide(command: C): Decision ${body}`,
    `const decideOn = (command: C): Decision => ${body}\nexport const decide = (c: C): Decision => decideOn(c)`,
  ])("say what they return: %s", (text) => {
    expect(said(decideTypes, grid({ decide: text }))).toEqual([])
  })

  it.each([
    `export const decide = (command: C) => ${body}`,
    `export function decide(command: C) ${body}`,
    "export const decide = (c: C) => rows[c._tag](c)",
    `const decideOn = (command: C) => ${body}\nexport const decide = (c: C): Decision => decideOn(c)`,
  ])("do not leave it to inference: %s", (text) => {
    expect(said(decideTypes, grid({ "decide/index": text }))).toEqual([
      expect.stringContaining("has no annotated return type"),
    ])
  })

  it("have no default clause over tags", () => {
    const text = "export const decide = (command: C): Decision => { switch (command._tag) { default: return [] } }"
    expect(said(decideTypes, grid({ decide: text }))).toEqual([expect.stringContaining("`default:` hides commands")])
  })
})
