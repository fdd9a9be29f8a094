import { execFileSync } from "node:child_process"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { DeliberationCommand } from "@jinlin/core/deliberation"
import { ConferenceCommand } from "@jinlin/core/joint-conference"
import { RotaCommand } from "@jinlin/core/rotating-chair"
import { describe, expect, test } from "vitest"
import { Charter } from "../src/index.ts"

const folder = join(import.meta.dirname, "..")
const readme = readFileSync(join(folder, "README.md"), "utf8")

/** The rows of the table that follows a text: the name in the first cell, and the names in the second. */
const namesIn = (after: string): ReadonlyArray<readonly [string, ReadonlyArray<string>]> => {
  const table =
    readme
      .slice(readme.indexOf(after))
      .split("\n\n")
      .find((part) => part.startsWith("| ")) ?? ""
  return table.split("\n").flatMap((row) => {
    const [, name, rest = ""] = /^\| `([^`]+)` \|(.*)$/.exec(row) ?? []
    const outside = rest.replace(/\([^)]*\)/g, "")
    return name === undefined
      ? []
      : [[name, [...outside.matchAll(/`([^`]+)`/g)].map(([, field = ""]) => field)] as const]
  })
}

describe("the README", () => {
  test("shows a snippet that Node runs as it stands, beside a charter and a journal", () => {
    const code = /```ts\n(.*?)```/s.exec(readme)?.[1] ?? ""
    const story = (name: string): string => JSON.stringify(join(import.meta.dirname, "small-story", name))
    const program = code.replace('"charter.json"', story("charter.json")).replace('"journal.csv"', story("journal.csv"))
    const args = ["--conditions=@jinlin/source", "--input-type=module", "--eval", `${program}\nconsole.log(page)`]
    const given = execFileSync(process.execPath, args, { cwd: folder, encoding: "utf8" })
    for (const part of [
      /^January 2026\n/,
      /\nWillow Bank Community: the turns of each unit\n/,
      /<html lang="zh-Hans">/,
    ])
      expect(given).toMatch(part)
  })

  test("lists every command with every column", () => {
    const listed = namesIn("All other columns").map(([name, columns]) => [name, ...columns].join(" "))
    const there = [...ConferenceCommand.members, ...RotaCommand.members].map(({ fields }) =>
      [fields._tag.schema.literal, ...Object.keys(fields).filter((field) => field !== "_tag")].join(" "),
    )
    expect(listed).toEqual(there)
  })

  test("lists every command of a matter with every column", () => {
    const listed = namesIn("A row with a `matter` asks").map(([name, columns]) => [name, ...columns].join(" "))
    const there = DeliberationCommand.members.map(({ fields }) =>
      [fields._tag.schema.literal, ...Object.keys(fields).filter((field) => field !== "_tag")].join(" "),
    )
    expect(listed).toEqual(there)
  })

  test("lists every field of a charter", () => {
    expect(namesIn("## The charter").map(([name]) => name)).toEqual(Object.keys(Charter.fields))
  })

  test("lists every column that says when, what and who", async () => {
    const { columns } = await import("../src/journal/files.ts")
    const { streamColumns } = await import("../src/journal/commands.ts")
    const [date, time, ...who] = columns
    const streams = namesIn("## The journal")
      .slice(2, 3 + streamColumns.length)
      .map(([name]) => name)
    expect(streams.toSorted()).toEqual(["conference", ...streamColumns].toSorted())
    expect(namesIn("## The journal").map(([name]) => name)).toEqual([date, time, ...streams, ...who])
  })

  test("lists every option of the command", async () => {
    const { runOptions } = await import("../src/cli/options.ts")
    const usage = /```text\n(.*?)```/s.exec(readme)?.[1] ?? ""
    const listed = [...usage.matchAll(/--([a-z-]+)/g)].map(([, name]) => name)
    expect(listed.toSorted()).toEqual(
      Object.keys(runOptions)
        .filter((name) => name !== "help")
        .toSorted(),
    )
  })
})
