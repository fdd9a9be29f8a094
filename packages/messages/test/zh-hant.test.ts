import { describe, expect, test } from "vitest"
import { generatedRemark, toTraditional, traditionalFile } from "../scripts/traditional.ts"
import { folders } from "./catalogue-files.ts"

const [zhHans, zhHant] = folders

describe("the texts in traditional characters", () => {
  test("are the simplified ones converted, and none of them is stale", () => {
    const stale = zhHans.files
      .filter(({ file, texts }) => {
        const onDisk = zhHant.files.find((other) => other.file === file)?.raw
        return onDisk !== traditionalFile(file, Object.fromEntries(texts))
      })
      .map(({ file }) => `src/zh-hant/${file} is stale. Remedy: pnpm --filter @jinlin/messages generate`)
    expect(stale).toEqual([])
  })

  test("say at their head that they are generated", () => {
    for (const { file, raw } of zhHant.files) expect(JSON.parse(raw)["$generated"]).toBe(generatedRemark(file))
  })

  test.each([
    ["业委会", "業委會"],
    ["网格员", "網格員"],
    ["轮值主席", "輪值主席"],
    ["党建联席会议召集人", "黨建聯席會議召集人"],
    ["街道党工委", "街道黨工委"],
    ["居民委员会", "居民委員會"],
    ["敏感个人信息", "敏感個人資訊"],
    ["信息公开", "信息公開"],
    ["“两委”", "「兩委」"],
    ["工作日、调休、补班", "工作日、調休、補班"],
    ["社区里的后面", "社區裡的後面"],
    ["干部发布", "幹部發布"],
    ["软件程序", "軟件程序"],
    ["{$unit :name}没有到会", "{$unit :name}沒有到會"],
    [".match $x one {{只有{$x}个}} * {{{$x}个}}", ".match $x one {{只有{$x}個}} * {{{$x}個}}"],
  ])("write %s as %s", (simplified, traditional) => expect(toTraditional(simplified)).toBe(traditional))
})
