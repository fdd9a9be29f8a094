import { existsSync, readdirSync } from "node:fs"
import { describe, expect, it } from "vitest"
import glossary from "../src/data/glossary.json" with { type: "json" }
import labels from "../src/data/labels.json" with { type: "json" }
import packagesInChinese from "../src/data/packages.zh-Hans.json" with { type: "json" }
import policies from "../src/data/policies.json" with { type: "json" }
import translations from "../src/data/rules.zh-Hans.json" with { type: "json" }
import { decisionRecords } from "../src/inclusion/decision-files.ts"
import { pathIn } from "../src/inclusion/language.ts"
import { publishedPackages } from "../src/inclusion/packages.ts"
import type { Page } from "../src/inclusion/pages.ts"
import { allPages, linksOf, pastedCode, usesOf } from "../src/inclusion/pages.ts"
import { regionOf } from "../src/inclusion/region.ts"
import { placeOf, textOf } from "../src/inclusion/repository.ts"
import { familyOf, rulesOf } from "../src/inclusion/rules.ts"
import { snippetOf } from "../src/inclusion/snippet.ts"
import { faultOf } from "../src/inclusion/translation.ts"

const pages = allPages()
const pathsIn = (language: Page["language"]) =>
  pages.filter((page) => page.language === language).map(({ path }) => path)
const faults = (of: (page: Page) => ReadonlyArray<string>): ReadonlyArray<string> =>
  pages.flatMap((page) => of(page).map((fault) => `${page.file}: ${fault}`))

/** What goes wrong when this is done, or nothing. */
const faultsIn = (action: () => unknown): ReadonlyArray<string> => {
  try {
    action()
    return []
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)]
  }
}

/** The READMEs of the core that hold rules, by folder. */
const shown = readdirSync(placeOf("packages/core/src"), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(placeOf(`packages/core/src/${entry.name}/README.md`)))
  .map(({ name }) => name)

/** The families of rules that a page shows of one folder; nothing where it shows them all. */
const familiesOf = (text: string, process: string) =>
  [...text.matchAll(/<Rules\s+process="([^"]+)"([^>]*)\/>/g)]
    .filter(([, name]) => name === process)
    .map(([, , rest = ""]) => [...rest.matchAll(/"([A-Z-]+)"/g)].map(([, family]) => family))

describe("the pages of the site", () => {
  it("stand in both languages under the same paths", () => {
    expect(pathsIn("zh-Hans")).toEqual(pathsIn("en"))
    expect(pathsIn("en")).toContain("index")
  })

  it("use the same components in both languages, so that neither shows less", () => {
    const used = ({ text }: Page) => [...text.matchAll(/<([A-Z]\w+)/g)].map(([, name]) => name)
    for (const page of pages.filter(({ language }) => language === "en")) {
      const other = pages.find(({ language, path }) => language === "zh-Hans" && path === page.path)
      expect(other && used(other), page.path).toEqual(used(page))
    }
  })

  it("include code and never paste it. Remedy: put a region round it in a test and write <Region file name />", () => {
    expect(faults(pastedCode)).toEqual([])
  })

  it("keep a Chinese paragraph on one line, since a line's end would show as a gap between two characters", () => {
    const gaps = ({ text }: Page) => text.match(/[\u2e80-\uffef“”]\n[\u2e80-\uffef“”][^\n]{0,12}/g) ?? []
    expect(faults(gaps)).toEqual([])
  })

  it("include only regions, snippets, rules, diagrams and defaults that exist", () => {
    const missing = ({ text }: Page) => [
      ...usesOf("Region", text).flatMap(({ file = "", name = "" }) =>
        faultsIn(() => regionOf(textOf(file), name, file)),
      ),
      ...usesOf("Rules", text).flatMap(({ process = "" }) =>
        faultsIn(() => textOf(`packages/core/src/${process}/README.md`)),
      ),
      ...usesOf("StateDiagram", text).flatMap(({ process = "" }) =>
        process in labels ? [] : [`no world of ${process}`],
      ),
      ...usesOf("Defaults", text).flatMap(({ process = "" }) =>
        process in policies ? [] : [`no defaults of ${process}`],
      ),
      ...usesOf("Snippet", text).flatMap(({ file = "", name = "" }) =>
        faultsIn(() => snippetOf(textOf(file), name, file)),
      ),
    ]
    expect(faults(missing)).toEqual([])
  })

  it("link to pages that exist, in their own language", () => {
    const records = decisionRecords().map(({ slug }) => slug)
    const paths = [...pathsIn("en"), "decisions", ...records.map((slug) => `decisions/${slug}`)]
    const places = paths.map((path) => `/${path.replace(/(?:^|\/)index$/, "")}/`.replace("//", "/"))
    const dead = (page: Page) =>
      linksOf(page).filter((link) => !places.some((place) => link === pathIn(page.language, place)))
    expect(faults(dead)).toEqual([])
  })
})

describe("what pages are made from", () => {
  it("gives in the glossary only names that the core bears", () => {
    const core = readdirSync(placeOf("packages/core/src"), { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
      .map((file) => textOf(`packages/core/src/${file}`))
      .join("\n")
    const names = glossary.flatMap(({ identifiers }) => identifiers)
    expect(names.filter((name) => !new RegExp(`\\b${name}\\b`).test(core))).toEqual([])
  })

  it("explains no word of the glossary twice", () => {
    const words = glossary.map(({ zhHans }) => zhHans)
    expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([])
  })

  it("has every rule that a page shows in Chinese too, made from the English as it stands", () => {
    const stale = shown.flatMap((process) => {
      const file = `packages/core/src/${process}/README.md`
      return rulesOf(textOf(file), file).flatMap((rule) => faultOf(rule, translations) ?? [])
    })
    expect(stale).toEqual([])
  })

  it("shows every rule of the core on a page. Remedy: a <Rules process families={[...]} /> in both languages", () => {
    const english = pages.filter(({ language }) => language === "en")
    const hidden = shown.flatMap((process) => {
      const file = `packages/core/src/${process}/README.md`
      const families = english.flatMap(({ text }) => familiesOf(text, process))
      return rulesOf(textOf(file), file)
        .filter(({ id }) => !families.some((those) => those.length === 0 || those.includes(familyOf(id))))
        .map(({ id }) => `${process}: ${id}`)
    })
    expect(hidden).toEqual([])
  })

  it("has no Chinese for a rule that is gone", () => {
    const known = shown.flatMap((process) => {
      const file = `packages/core/src/${process}/README.md`
      return rulesOf(textOf(file), file).map(({ key }) => key)
    })
    expect(Object.keys(translations).filter((key) => !known.includes(key))).toEqual([])
  })

  it("describes every published package in Chinese, and none that is gone", () => {
    expect(Object.keys(packagesInChinese).sort()).toEqual(
      publishedPackages()
        .map(({ name }) => name)
        .sort(),
    )
  })
})
