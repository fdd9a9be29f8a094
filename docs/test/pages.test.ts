import { readdirSync } from "node:fs"
import { describe, expect, it } from "vitest"
import packagesInChinese from "../src/data/packages.zh-Hans.json" with { type: "json" }
import translations from "../src/data/rules.zh-Hans.json" with { type: "json" }
import { isRecord, recordOf } from "../src/inclusion/adr.ts"
import { pathIn } from "../src/inclusion/language.ts"
import { publishedPackages } from "../src/inclusion/packages.ts"
import type { Page } from "../src/inclusion/pages.ts"
import { allPages, linksOf, pastedCode, usesOf } from "../src/inclusion/pages.ts"
import { regionOf } from "../src/inclusion/region.ts"
import { placeOf, textOf } from "../src/inclusion/repository.ts"
import { rulesOf } from "../src/inclusion/rules.ts"
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

/** Every process whose rules a page shows. */
const shown = [...new Set(pages.flatMap(({ text }) => usesOf("Rules", text).map(({ process }) => process ?? "")))]

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

  it("include only regions and snippets that exist", () => {
    const missing = ({ text }: Page) => [
      ...usesOf("Region", text).flatMap(({ file = "", name = "" }) =>
        faultsIn(() => regionOf(textOf(file), name, file)),
      ),
      ...usesOf("Snippet", text).flatMap(({ file = "", name = "" }) =>
        faultsIn(() => snippetOf(textOf(file), name, file)),
      ),
    ]
    expect(faults(missing)).toEqual([])
  })

  it("link to pages that exist, in their own language", () => {
    const records = readdirSync(placeOf("docs/adr"))
      .filter(isRecord)
      .map((file) => recordOf(file, textOf(`docs/adr/${file}`)).slug)
    const paths = [...pathsIn("en"), "decisions", ...records.map((slug) => `decisions/${slug}`)]
    const places = paths.map((path) => `/${path.replace(/(?:^|\/)index$/, "")}/`.replace("//", "/"))
    const dead = (page: Page) =>
      linksOf(page).filter((link) => !places.some((place) => link === pathIn(page.language, place)))
    expect(faults(dead)).toEqual([])
  })
})

describe("what pages are made from", () => {
  it("has every rule that a page shows in Chinese too, made from the English as it stands", () => {
    const stale = shown.flatMap((process) => {
      const file = `packages/core/src/${process}/README.md`
      return rulesOf(textOf(file), file).flatMap((rule) => faultOf(rule, translations) ?? [])
    })
    expect(stale).toEqual([])
  })

  it("has no Chinese for a rule that is gone", () => {
    const known = shown.flatMap((process) => {
      const file = `packages/core/src/${process}/README.md`
      return rulesOf(textOf(file), file).map(({ id }) => id)
    })
    expect(Object.keys(translations).filter((id) => !known.includes(id))).toEqual([])
  })

  it("describes every published package in Chinese, and none that is gone", () => {
    expect(Object.keys(packagesInChinese).sort()).toEqual(
      publishedPackages()
        .map(({ name }) => name)
        .sort(),
    )
  })
})
