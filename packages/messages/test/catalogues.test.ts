import { describe, expect, test } from "vitest"
import { kindsFor } from "../src/kinds/kinds.ts"
import { chineseStyle } from "../src/style.ts"
import { folders } from "./catalogue-files.ts"
import { anatomyOf, samplesFor } from "./text-anatomy.ts"

const [zhHans, zhHant, en] = folders
const everyText = folders.flatMap((folder) => [...folder.texts].map(([key, text]) => ({ folder, key, text })))
const place = ({ folder, key }: { folder: { name: string }; key: string }): string => `${folder.name}: ${key}`

describe("every text exists in every language", () => {
  test("under the same keys, subject by subject", () => {
    for (const [index, { file, texts }] of zhHans.files.entries()) {
      const others = [zhHant, en].map(({ files }) => files[index])
      for (const other of others)
        expect([other?.file, ...(other?.texts.keys() ?? [])].toSorted()).toEqual([file, ...texts.keys()].toSorted())
    }
    expect([zhHant.files.length, en.files.length]).toEqual([zhHans.files.length, zhHans.files.length])
  })

  test("with the same variables", () => {
    const differing = [...zhHans.texts].flatMap(([key, text]) => {
      const ours = anatomyOf(text).variables.join(" ")
      return [zhHant, en]
        .map(({ name, texts }) => ({ name, theirs: anatomyOf(texts.get(key) ?? "").variables.join(" ") }))
        .filter(({ theirs }) => theirs !== ours)
        .map(({ name, theirs }) => `${key}: zh-hans has [${ours}], ${name} has [${theirs}]`)
    })
    expect(differing).toEqual([])
  })

  test("once: no key stands in two subjects, nor twice in one file", () => {
    for (const { files, name } of folders) {
      const keys = files.flatMap(({ raw }) => [...raw.matchAll(/^ {2}"([^"]+)":/gm)].map(([, key]) => key ?? ""))
      const twice = keys.filter((key, index) => !key.startsWith("$") && keys.indexOf(key) !== index)
      expect({ name, twice }).toEqual({ name, twice: [] })
    }
  })

  test("and is reached by its language: a new file is listed in index.ts", () => {
    const unreached = everyText.filter(({ folder, key }) => {
      const result = folder.messages.textOf(key as `${string}.${string}`)
      return !result.ok && result.refusal._tag === "MissingMessage"
    })
    expect(unreached.map(place)).toEqual([])
  })
})

describe("every text can be written", () => {
  test("is well-formed, without markup, with our functions alone", () => {
    const ours = new Set(Object.keys(kindsFor({ style: chineseStyle, names: (id) => id, lookup: () => undefined })))
    for (const name of ["string", "number", "integer"]) ours.delete(name)
    const foreign = everyText.filter(({ text }) => {
      const { functions, hasMarkup } = anatomyOf(text)
      return hasMarkup || functions.some((name) => !ours.has(name))
    })
    expect(foreign.map(place)).toEqual([])
  })

  test("names only units and families of terms that the catalogue has", () => {
    // The terms of commands come with each process: core-vocabulary.test.ts asks for every one of them.
    const families = new Set(["command", ...[...zhHans.texts.keys()].map((key) => /^term\.([^.]+)\./.exec(key)?.[1])])
    const isKnown = (name: string, value: string): boolean => {
      if (name === "of") return families.has(value)
      return name === "unit" ? zhHans.texts.has(`unit.${value}`) : name === "join" && ["or", "and"].includes(value)
    }
    const unknown = everyText.flatMap(({ folder, key, text }) =>
      anatomyOf(text)
        .options.filter(([name, value]) => !isKnown(name, value))
        .map(([name, value]) => `${place({ folder, key })}: ${name}=${value}`),
    )
    expect(unknown).toEqual([])
  })

  test("comes out whole in each of its cases, with sample data", () => {
    const faults = everyText.flatMap(({ folder, key, text }) =>
      samplesFor(text).flatMap((data) => {
        const result = folder.messages.textOf(key as `${string}.${string}`, data)
        const isWhole =
          result.ok && result.value.trim() !== "" && !/\{\$|undefined|\[object|NaN|\p{Bidi_Control}/u.test(result.value)
        return isWhole ? [] : [`${place({ folder, key })}: ${JSON.stringify(result)}`]
      }),
    )
    expect(faults).toEqual([])
  })
})

/** What stands between the placeholders of the texts of some languages, with its place. */
const wordsOf = (...names: ReadonlyArray<string>) =>
  everyText
    .filter(({ folder }) => names.includes(folder.name))
    .flatMap(({ folder, key, text }) =>
      anatomyOf(text).words.map((words) => ({ place: place({ folder, key }), words })),
    )

const matching = (pattern: RegExp, ...names: ReadonlyArray<string>): ReadonlyArray<string> =>
  wordsOf(...names)
    .filter(({ words }) => pattern.test(words))
    .map(({ place, words }) => `${place}: ${words}`)

describe("Chinese texts are set as Chinese", () => {
  test("with full-width punctuation beside every Chinese character", () => {
    expect(matching(/\p{Script=Han}[,;:!?()]|[,;:!?()]\p{Script=Han}|["']/u, "zh-hans", "zh-hant")).toEqual([])
  })

  test("with the quotation marks of their script", () => {
    expect(matching(/[「」『』]/, "zh-hans")).toEqual([])
    expect(matching(/[“”‘’]/, "zh-hant")).toEqual([])
  })

  test("without spaces beside a Chinese character, nor two in a row", () => {
    expect(matching(/\p{Script=Han} | \p{Script=Han}| {2}/u, "zh-hans", "zh-hant")).toEqual([])
  })

  test("with a full stop at the end of every refusal's sentence", () => {
    const open = everyText.filter(({ folder, key, text }) => {
      const isSentence = folder.name !== "en" && key.startsWith("refusal.") && key !== "refusal.BrokenMessage.what"
      return isSentence && anatomyOf(text).words.length > 0 && !/。(?:\}\})?$/.test(text.trim())
    })
    expect(open.map(place)).toEqual([])
  })

  test("and the traditional ones hold none of the characters that a wrong conversion leaves behind", () => {
    // 最大隻, 麵積, 頭髮佈 …: reword the simplified text, or fix the term in scripts/zh-hant-terms.json.
    expect(matching(/[隻麵鬥穀醜薑鍾髮颱錶]/, "zh-hant")).toEqual([])
  })
})

describe("English texts keep to the glossary", () => {
  test("with English letters and typographic quotation marks alone", () => {
    expect(matching(/[\p{Script=Han}\u3000-\u303f\uff00-\uffef"'`]| {2}/u, "en")).toEqual([])
  })

  test.each([
    ["吹哨 is a call for help, and nobody is denounced", /whistle[- ]?blow/i],
    ["居民委员会 is a residents' committee", /neighbou?rhood committee/i],
    ["街道办事处 is a subdistrict office", /street office|sub-district/i],
    ["轮值主席 is a rotating chair", /chairman|chairperson|chairwoman|rotating presiden/i],
    ["召集人 is a convenor", /convener/i],
    ["小区 is a residential compound", /residential (?:area|quarter|community)|housing estate/i],
    ["业主大会 is an owners' assembly", /homeowner|owners.? (?:meeting|association)/i],
    ["基层 is primary-level", /grassroots/i],
    ["党组织 is a Party organization", /party organisation|\bparty\b/],
    ["成员单位 is a member unit", /member organi[sz]ation/i],
  ])("%s", (_rule, pattern) => expect(matching(pattern, "en")).toEqual([]))

  /** Where the Chinese text says this, the English one says that. */
  test.each([
    ["轮值主席", /chair/i],
    ["召集人", /convenor/i],
    ["会议秘书", /secretariat/i],
    ["成员单位", /member unit/i],
    ["联席会议", /joint conference/i],
    ["街道", /subdistrict/i],
    ["社区", /community/i],
    ["网格", /grid/i],
    ["到会", /attend|present/i],
    ["法定人数", /quorum/i],
    ["弃权", /abstain|abstention/i],
    ["工作日", /working.day/i],
    ["补班", /make-up workday/i],
    ["议题", /agenda item|\bitem/i],
    ["公示", /public notice|notice period/i],
  ])("says %s as %s", (term, english) => {
    const strayed = [...zhHans.texts].filter(
      ([key, text]) => text.includes(term) && !english.test(en.texts.get(key) ?? ""),
    )
    expect(strayed.map(([key]) => `${key}: ${en.texts.get(key)}`)).toEqual([])
  })
})
