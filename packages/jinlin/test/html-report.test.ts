import { existsSync, readFileSync } from "node:fs"
import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import { type Entry, runJournal, type Story } from "../src/index.ts"
import { htmlReport } from "../src/report/index.ts"
import { attribute, type Element, elementsOf, named, readPage, skeletonOf, textOf } from "./html-tree.ts"
import { csv, smallCharter, smallJournal, smallStory, storyOf } from "./small-story.ts"

const languages = ["zh-Hans", "zh-Hant", "en"] as const
const story = smallStory()
const pages = new Map(languages.map((language) => [language, readPage(htmlReport(story, language))]))
const english = pages.get("en") ?? readPage("")

describe.each(languages)("the page in %s", (language) => {
  const { errors, page } = pages.get(language) ?? readPage("")

  test("is well-formed and says its language", () => {
    expect(errors).toEqual([])
    expect(named(page, "html").map((element) => attribute(element, "lang"))).toEqual([language])
    expect(named(page, "h1").map(textOf)).toEqual(named(page, "title").slice(0, 1).map(textOf))
    expect(named(page, "main")).toHaveLength(1)
  })

  test("asks nothing of a network and runs nothing", () => {
    const names = new Set(elementsOf(page).map(({ tagName }) => tagName))
    for (const name of ["script", "link", "img", "iframe", "object", "embed", "form", "base", "video", "audio"])
      expect(names).not.toContain(name)
    const attributes = elementsOf(page).flatMap(({ attrs }) => attrs)
    expect(attributes.filter(({ name }) => /^on|^src|^srcset$|^action$|^formaction$|^ping$/.test(name))).toEqual([])
    const links = attributes.filter(({ name }) => name === "href" || name === "xlink:href")
    expect(links.filter(({ value }) => !value.startsWith("#"))).toEqual([])
    expect(named(page, "style").map(textOf).join("")).not.toMatch(/url\(|@import|@font-face|expression\(/)
  })

  test("leads nowhere that is not there, and names nothing twice", () => {
    const ids = elementsOf(page).flatMap((element) => attribute(element, "id") ?? [])
    expect(ids).toEqual([...new Set(ids)])
    const wanted = elementsOf(page).flatMap((element) => [
      ...(attribute(element, "href")?.slice(1) ?? "").split(" "),
      ...(attribute(element, "aria-labelledby") ?? "").split(" "),
    ])
    expect(wanted.filter((id) => id !== "" && !ids.includes(id))).toEqual([])
  })

  test("has headings in order, heads for its tables and words for its pictures", () => {
    const levels = elementsOf(page).flatMap(({ tagName }) => (/^h[1-6]$/.test(tagName) ? [Number(tagName[1])] : []))
    const jumps = levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1)
    expect(jumps).toEqual([])
    for (const head of named(page, "th")) expect(attribute(head, "scope")).toMatch(/^(?:col|row)$/)
    for (const table of named(page, "table")) {
      expect(named(table, "thead")).toHaveLength(1)
      for (const row of named(table, "tbody").flatMap((body) => named(body, "tr")))
        expect(named(row, "th")).toHaveLength(1)
    }
    for (const picture of named(page, "svg")) {
      expect(attribute(picture, "role")).toBe("img")
      const told = [...named(picture, "title"), ...named(picture, "desc")]
      expect(told.map((element) => attribute(element, "id")).join(" ")).toBe(attribute(picture, "aria-labelledby"))
      expect(told.map(textOf).filter((text) => text.trim() === "")).toEqual([])
    }
  })

  test("has a text for everything that it says, and explains every rule that it names", () => {
    const missing = { "zh-Hans": "尚无可用", "zh-Hant": "尚無可用", en: "There is no usable English text" }[language]
    expect(textOf(page)).not.toContain(missing)
    const explained = elementsOf(page).filter((element) => attribute(element, "id")?.startsWith("rule-"))
    expect(explained.length).toBeGreaterThan(4)
    const unexplained = { "zh-Hans": "说明见文档。", "zh-Hant": "說明見文檔。", en: "The documentation says" }[language]
    expect(explained.map(textOf).filter((text) => text.includes(unexplained))).toEqual([])
  })
})

const section = (heading: string, level = "h3"): string => {
  const all = elementsOf(english.page)
  const from = all.findIndex((element) => element.tagName === level && textOf(element) === heading)
  const until = all.findIndex((element, index) => index > from && element.tagName === level)
  const inside = all.slice(from, until < 0 ? undefined : until)
  return inside
    .filter(({ tagName }) => ["th", "td", "li", "dd", "dt", "h4", "p", "caption"].includes(tagName))
    .map(textOf)
    .join("\n")
}

describe("what the page tells", () => {
  test("the figures at its head", () => {
    const figures = named(english.page, "dl")[0]
    const pairs =
      figures === undefined
        ? []
        : named(figures, "div").map((pair) => named(pair, "dt").map(textOf).concat(named(pair, "dd").map(textOf)))
    expect(pairs).toEqual([
      ["Meetings held", "23 were set"],
      ["Resolutions adopted", "21 of them done"],
      ["Resolutions lost", "1"],
      ["Chair terms begun", "42 more published"],
      ["Member units at the end", "4"],
      ["Events recorded", "72"],
    ])
  })

  test("who held the chair when, with the vacancy in words", () => {
    const bars = elementsOf(english.page).flatMap((element) => attribute(element, "title") ?? [])
    expect(bars).toEqual([
      "Term 1: Willow Bank Clinic, 1 February 2026 to 31 March 2026",
      "Term 4: Willow Bank Clinic, 1 August 2026 to 30 September 2026",
      "Term 5 (published): Willow Bank Primary School, 1 October 2026 to 30 November 2026",
      "Term 3: Willow Bank Services Company, 20 June 2026 to 31 July 2026",
      "Term 6 (published): Willow Bank Services Company, 1 December 2026 to 31 January 2027",
      "Term 3: Willow Bank Engineering Works, 1 June 2026 to 19 June 2026",
      "Term 2: Willow Bank Property Company, 8 April 2026 to 31 May 2026",
      "Term 2 vacant, 1 April 2026 to 7 April 2026",
      "Term 6 (published): Willow Bank Services Company, 1 December 2026 to 31 January 2027",
    ])
  })

  test("bars begin and end where their days lie in the year, every month equally wide", () => {
    const bars = elementsOf(english.page).filter(
      (element) => attribute(element, "class")?.startsWith("bar held") && attribute(element, "style"),
    )
    expect(bars.map((bar) => attribute(bar, "style"))).toEqual([
      "left:8.333%;width:16.667%",
      "left:58.333%;width:16.667%",
      "left:46.944%;width:11.389%",
      "left:41.667%;width:5.278%",
      "left:26.944%;width:14.722%",
    ])
  })

  test("attendance against the quorum, and what came of the meeting", () => {
    const meetings = section("Meetings")
    expect(meetings).toContain("Willow Bank Clinic, Willow Bank Primary School and Willow Bank Engineering Works")
    const chart = named(english.page, "desc").map(textOf)
    expect(chart).toContain("3 of 4 member units present; 3 needed.")
    expect(chart).toContain("2 of 5 member units present; 3 needed.")
    expect(meetings).toContain("Put off to\nthe third regular meeting")
    expect(meetings).toContain("Recused: Willow Bank Primary School.")
  })

  test("resolutions with the unit that answers for them, the day, and whether it is done", () => {
    const rows = section("Resolutions")
    expect(rows).toContain("the resolution on stairwell lighting楼道照明")
    expect(rows).toContain("Willow Bank Property Company\n31 May 2026\ndone on 20 April 2026")
    expect(rows).toContain("Willow Bank Primary School\n10 July 2026\noverdue")
    expect(rows).toContain("lost\n–\n–\n–")
  })

  test("how many notices went out, by kind, and none is lost", () => {
    const table = named(english.page, "section").find((element) => attribute(element, "id") === "notices")
    const counts =
      table === undefined
        ? []
        : named(table, "tbody")
            .flatMap((body) => named(body, "tr"))
            .map((row) => Number(textOf(row).match(/[0-9]+$/)?.[0]))
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(story.notices.length)
  })

  const told = (choices: object, journal: (text: string) => string = (text) => text) => {
    const charter = smallCharter()
    const { chair } = charter.policies
    const policies = {
      ...charter.policies,
      chair: { ...chair, choices: { ...chair?.choices, ...choices } } as typeof chair,
    }
    const run = runJournal({ ...charter, policies } as typeof charter, csv(journal(smallJournal())), { partial: true })
    if (!run.ok) throw new Error("told in part")
    return readPage(htmlReport(run.value, "en"))
  }

  test("stand-ins by more than a colour, and that the turn is not theirs", () => {
    const { errors, page } = told({ movedTurns: "substitute" })
    expect(errors).toEqual([])
    const bars = elementsOf(page).flatMap((element) => attribute(element, "title") ?? [])
    expect(bars).toContain("Term 2 (stand-in): Willow Bank Engineering Works, 1 April 2026 to 31 May 2026")
  })

  test("terms that are counted in meetings, whose days nobody knows before", () => {
    const { errors, page } = told({ term: { _tag: "Meetings", count: 2 } })
    expect(errors).toEqual([])
    const days = named(page, "td")
      .filter((cell) => attribute(cell, "data-label") === "Days")
      .map(textOf)
    expect(days).toEqual(["from 1 February 2026", "set when it begins", "set when it begins"])
  })

  test("a conference without a rota", () => {
    const { errors, page } = told({}, (text) =>
      text
        .split("\n")
        .filter((line) => !line.includes("OpenRota"))
        .join("\n"),
    )
    expect(errors).toEqual([])
    expect(textOf(page)).toContain("No rota was opened.")
  })

  test("a story in which nothing happened", () => {
    const { charter } = story
    const told = { entries: [], notices: [], tasks: [], standings: new Map(), matters: new Map() }
    const others = { coGovernances: new Map(), covenants: new Map(), disclosures: new Map() }
    const empty: Story = { charter, ...told, ...others, refused: [] }
    const { errors, page } = readPage(htmlReport(empty, "en"))
    expect(errors).toEqual([])
    expect(named(page, "main").map(textOf)).toEqual([expect.stringContaining("Nothing happened.")])
  })

  test("the same story gives the same page", () => {
    expect(htmlReport(smallStory(), "en")).toBe(htmlReport(story, "en"))
  })
})

/** The first days of the small story: enough for every part of a page that speaks of units. */
const tinyStory = storyOf(smallCharter(), csv(smallJournal().split("\n").slice(0, 22).join("\n")))

const hostile = [
  "<script>alert(1)</script>",
  "</style><script>alert(1)</script>",
  "</title><img src=x onerror=alert(1)>",
  '" onmouseover="alert(1)',
  "' onfocus='alert(1)' autofocus '",
  "javascript:alert(1)",
  "<a href=javascript:alert(1)>x</a>",
  "<!-- --><svg onload=alert(1)>",
  "]]><x>",
  "&lt;script&gt;",
  "&#60;script&#62;",
  "{{x}}",
  "$\u007bx}",
  "{$x :text}",
  "\\{\\}|.match",
  "\u202egnp.exe",
  "\u2066a\u2069",
  "a\u0000b\u001b[31mc\u0007",
  "line\nline\u2028line",
  "\ud800",
  "`",
  "<plaintext>",
  "x".repeat(5000),
]

/** Characters that change nothing on a page and are seen as what they are. */
const seen = (text: string): string =>
  text.replace(
    /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu,
    (each) => `\\u{${each.codePointAt(0)?.toString(16)}}`,
  )

const pageFor = (text: string) => readPage(htmlReport(tinyStory, { language: "en", names: () => text }))
const harmless = skeletonOf(pageFor("x").page)

/** A page on which several texts are the names of different things. */
const isHarmless = (texts: ReadonlyArray<string>): boolean => {
  const ids: Array<string> = []
  const names = (id: string): string => {
    if (!ids.includes(id)) ids.push(id)
    return texts[ids.indexOf(id) % texts.length] ?? ""
  }
  const { errors, page } = readPage(htmlReport(tinyStory, { language: "en", names }))
  if (ids.length < texts.length) throw new Error("more texts than there are things with names")
  return errors.length === 0 && skeletonOf(page) === harmless
}

describe("what comes from data stays text", () => {
  test.each(hostile)("as the name of everything: %j", (text) => {
    const { errors, page } = pageFor(text)
    expect(errors).toEqual([])
    expect(skeletonOf(page)).toBe(harmless)
    expect(named(page, "h1").map(textOf)).toEqual([`${seen(text)}: joint conference and rotating chair`])
  })

  const speakingWith = (text: string): Story => {
    const changed = ({ event, ...entry }: Entry): Entry => {
      const texts = ["title", "place", "reason"].filter((name) => name in event)
      return { ...entry, event: { ...event, ...Object.fromEntries(texts.map((name) => [name, text])) } } as Entry
    }
    return { ...story, entries: story.entries.map(changed) }
  }

  test.each(hostile)("as a title, a place and a reason: %j", (text) => {
    const { errors, page } = readPage(htmlReport(speakingWith(text), "en"))
    expect(errors).toEqual([])
    expect(skeletonOf(page)).toBe(skeletonOf(english.page))
    expect(textOf(page)).toContain(`${seen(text)} (proposed by Willow Bank Primary School)`)
  })

  test.each(["<script>alert(1)</script>", "</style>", '" onx="', "{{x}}", "javascript:alert(1)"])(
    "as a cell of a journal and a name of a charter: %s",
    (text) => {
      const journal = smallJournal().replaceAll("楼道照明", `"${text.replaceAll('"', '""')}"`)
      const charter = smallCharter()
      const names = { ...charter.names, school: { "zh-Hans": text, en: text } }
      const { errors, page } = readPage(htmlReport(storyOf({ ...charter, names }, csv(journal)), "en"))
      expect(errors).toEqual([])
      expect(skeletonOf(page)).toBe(skeletonOf(english.page))
      expect(textOf(page)).toContain(`${text} (proposed by ${text})`)
    },
  )

  test("as the reason of a refused row", () => {
    const refusal = { _tag: "UnknownTag", rule: "READ-4", expected: ["<b>"], got: "<script>x</script>" } as const
    const refused = [{ line: 2, field: "<i onclick=x>", command: "<u>", refusal }]
    const { errors, page } = readPage(htmlReport({ ...tinyStory, refused }, "en"))
    expect(errors).toEqual([])
    expect(named(page, "script").concat(named(page, "b"), named(page, "i"), named(page, "u"))).toEqual([])
    expect(textOf(page)).toContain("“<script>x</script>” is none of the kinds")
  })

  test("any text whatever", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "binary", maxLength: 60 }), { minLength: 6, maxLength: 6 }), (texts) =>
        isHarmless(texts),
      ),
      { numRuns: 25 },
    )
  })

  test("every naughty string of the public list", (context) => {
    const file = new URL("../../../../shared/vectors/naughty-strings/blns.json", import.meta.url)
    context.skip(!existsSync(file), "the public vectors are not beside the repository: naughty-strings/blns.json")
    const naughty: ReadonlyArray<string> = JSON.parse(readFileSync(file, "utf8"))
    expect(naughty.length).toBeGreaterThan(500)
    const injected = naughty.flatMap((_, index) => {
      const some = naughty.slice(index, index + 12)
      return index % 12 === 0 && !isHarmless(some) ? [some] : []
    })
    expect(injected).toEqual([])
  })
})

/** The relative luminance and the contrast of two colours, as WCAG 2.2 defines them. */
const contrast = (one: string, other: string): number => {
  const luminance = (colour: string): number => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5]
      .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((left, right) => right - left)
  return (light + 0.05) / (dark + 0.05)
}

describe("the look of the page", () => {
  const css = named(english.page, "style").map(textOf).join("")
  const schemes = [...css.matchAll(/:root\s*\{([^}]*)\}/g)].map(
    ([, body = ""]) =>
      new Map([...body.matchAll(/--([a-z-]+):\s*(#[0-9a-f]{6})/g)].map(([, name, value]) => [name, value])),
  )

  test("the contrast is measured as WCAG does", () => {
    expect(contrast("#000000", "#ffffff")).toBeCloseTo(21)
    expect(contrast("#777777", "#ffffff")).toBeCloseTo(4.478, 3)
  })

  test("has a contrast of 4.5 or more for every text, in light, in dark and on paper", () => {
    expect(schemes).toHaveLength(3)
    const pairs = [
      ["ink", "paper"],
      ["ink", "tint"],
      ["faint", "paper"],
      ["faint", "tint"],
      ["accent", "paper"],
      ["on-held", "held"],
    ] as const
    const weak = schemes.flatMap((scheme) =>
      pairs
        .map(([text, ground]) => ({ text, ground, ratio: contrast(scheme.get(text) ?? "", scheme.get(ground) ?? "") }))
        .filter(({ ratio }) => !(ratio >= 4.5)),
    )
    expect(weak).toEqual([])
  })

  test("has a contrast of 3 or more for what is drawn", () => {
    const drawn = schemes.flatMap((scheme) =>
      ["held", "hatch", "accent", "faint"].map((name) => contrast(scheme.get(name) ?? "", scheme.get("paper") ?? "")),
    )
    expect(drawn.filter((ratio) => !(ratio >= 3))).toEqual([])
  })

  const isIn = (element: Element, name: string): boolean =>
    attribute(element, "class")?.split(" ").includes(name) === true

  test("tells a vacancy and a published term by more than a colour", () => {
    const vacant = elementsOf(english.page).filter((element) => isIn(element, "bar") && isIn(element, "vacant"))
    expect(vacant.map(textOf)).toEqual(["vacant", "Term 2 vacant, 1 April 2026 to 7 April 2026"])
    expect(css).toMatch(/\.bar\.vacant \{[^}]*repeating-linear-gradient/)
    expect(css).toMatch(/\.bar\.ahead \{[^}]*dashed/)
  })

  test("parts no meeting at the end of a printed page, and repeats the heads of tables", () => {
    const print = css.slice(css.indexOf("@media print"))
    expect(print).toMatch(/\.meeting,[^{]*\{ break-inside: avoid; \}/)
    expect(print).toContain("thead { display: table-header-group; }")
    expect(print).toContain("print-color-adjust: exact")
  })
})
