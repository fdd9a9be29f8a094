import { describe, expect, it } from "vitest"
import { type OptionIssue, optionsBy } from "./options-by.ts"

const isText = (value: unknown): ReadonlyArray<OptionIssue> =>
  typeof value === "string" ? [] : [{ path: ["deep"], message: "must be a text" }]

const schema = optionsBy<{ readonly name: string; readonly file?: string }>({
  name: isText,
  file: (value) => (value === undefined ? [] : isText(value)),
})

const read = (value: unknown) => schema["~standard"].validate(value)

describe("PLUGIN-1 options of few fields", () => {
  it("PLUGIN-1 are taken as they are when every field is right", () => {
    const options = { name: "x" }
    expect(read(options)).toEqual({ value: options })
    expect(read({ name: "x", file: "y" })).toEqual({ value: { name: "x", file: "y" } })
  })

  it("PLUGIN-1 name every fault with its path, and what is no option", () => {
    expect(read({ file: 7, more: 1 })).toEqual({
      issues: [
        { path: ["more"], message: "is no option" },
        { path: ["name", "deep"], message: "must be a text" },
        { path: ["file", "deep"], message: "must be a text" },
      ],
    })
    for (const value of [null, undefined, "name", 7])
      expect(read(value)).toEqual({ issues: [{ path: [], message: "must be an object of options" }] })
  })
})
