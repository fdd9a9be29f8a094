import { describe, expect, test } from "vitest"
import { htmlReport, timeline } from "../src/report/index.ts"
import { attribute, elementsOf, named, readPage, textOf } from "./html-tree.ts"
import { inLines, matterCharter, matterRows } from "./matter-journals.ts"
import { smallStory, storyOf } from "./small-story.ts"

const story = storyOf(matterCharter(), inLines(matterRows()))
const languages = ["zh-Hans", "zh-Hant", "en"] as const

describe.each(languages)("the matters of a page in %s", (language) => {
  const { errors, page } = readPage(htmlReport(story, language))

  test("are well-formed, with ids that are there once and headings in order", () => {
    expect(errors).toEqual([])
    const ids = elementsOf(page).flatMap((element) => attribute(element, "id") ?? [])
    expect(ids).toEqual([...new Set(ids)])
    const wanted = elementsOf(page).flatMap((element) => [
      ...(attribute(element, "href")?.slice(1) ?? "").split(" "),
      ...(attribute(element, "aria-labelledby") ?? "").split(" "),
    ])
    expect(wanted.filter((id) => id !== "" && !ids.includes(id))).toEqual([])
    const levels = elementsOf(page).flatMap(({ tagName }) => (/^h[1-6]$/.test(tagName) ? [Number(tagName[1])] : []))
    expect(levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1)).toEqual([])
    for (const picture of named(page, "svg")) expect(named(picture, "desc").map(textOf).join("").trim()).not.toBe("")
  })

  test("have a text for everything that they say, and explain every rule that they name", () => {
    const missing = { "zh-Hans": "尚无可用", "zh-Hant": "尚無可用", en: "There is no usable English text" }[language]
    expect(textOf(page)).not.toContain(missing)
    const unexplained = { "zh-Hans": "说明见文档。", "zh-Hant": "說明見文檔。", en: "The documentation says" }[language]
    const explained = elementsOf(page).filter((element) => attribute(element, "id")?.startsWith("rule-"))
    expect(explained.length).toBeGreaterThan(3)
    expect(explained.map(textOf).filter((text) => text.includes(unexplained))).toEqual([])
  })
})

describe("what a report tells of matters", () => {
  const { page } = readPage(htmlReport(story, "en"))

  test("how each stands, and how many were decided", () => {
    const marks = named(page, "section")
      .filter((section) => attribute(section, "class") === "matter")
      .map((section) => named(section, "h3").map(textOf).join(""))
    expect(marks).toEqual(["gate decided", "lamp withdrawn", "bench open", "path open"])
    const figures = named(page, "dl")[0]
    expect(figures === undefined ? "" : textOf(figures)).toContain("Matters decided")
  })

  test("nothing where there are none", () => {
    const small = readPage(htmlReport(smallStory(), "en")).page
    expect(named(small, "section").filter((section) => attribute(section, "id") === "matters")).toEqual([])
    expect(textOf(small)).not.toContain("Matters decided")
  })

  test("a line for each event, with its matter; parts of a roll in one line; what explains an outcome beneath it", () => {
    const lines = timeline(story, "en")
    expect(lines.reduce((sum, { events }) => sum + events, 0)).toBe(story.entries.length)
    expect(new Set(lines.map(({ matter }) => matter))).toEqual(new Set(["gate", "lamp", "bench", "path"]))
    const lost = lines.find(({ matter, tag }) => matter === "lamp" && tag === "StepLost")
    expect(lost?.details.join(" ")).toContain("Did not vote: 4.")
  })

  test("the choice between two laws, where the law changed before the decision", () => {
    const text = textOf(page)
    expect(text).toContain("changed after the call; those of the call were kept (called under it)")
    expect(story.tasks).toMatchObject([
      { matter: "path", process: "deliberation", command: "DecideStep", refusals: [{ _tag: "LawHasChanged" }] },
    ])
  })
})
