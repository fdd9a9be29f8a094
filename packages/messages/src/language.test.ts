import { describe, expect, test } from "vitest"
import { languages, readLanguage } from "./language.ts"

describe("readLanguage", () => {
  test.each([
    ["zh", "zh-Hans"],
    ["zh-CN", "zh-Hans"],
    ["zh-SG", "zh-Hans"],
    ["zh-Hans-HK", "zh-Hans"],
    ["zh-TW", "zh-Hant"],
    ["zh-hk", "zh-Hant"],
    ["zh-MO", "zh-Hant"],
    ["zh-Hant", "zh-Hant"],
    ["zh-Hant-CN", "zh-Hant"],
    ["zh-yue-HK", "zh-Hant"],
    ["en", "en"],
    ["en-GB", "en"],
    ["EN-us", "en"],
    ["eng", undefined],
    ["zhx", undefined],
    ["de", undefined],
    ["", undefined],
  ])("reads %s as %s", (tag, language) => expect(readLanguage(tag)).toBe(language))

  test("reads every language that there is as itself", () => {
    expect(languages.map(readLanguage)).toEqual(["zh-Hans", "zh-Hant", "en"])
  })
})
