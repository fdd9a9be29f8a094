import { describe, expect, it } from "vitest"
import { isRecord, recordOf } from "../src/inclusion/adr.ts"
import { inlineHtml } from "../src/inclusion/inline.ts"
import { pastedCode, usesOf } from "../src/inclusion/pages.ts"
import { regionOf } from "../src/inclusion/region.ts"
import { placeOf, textOf } from "../src/inclusion/repository.ts"
import { familyOf, rulesOf } from "../src/inclusion/rules.ts"
import { snippetOf } from "../src/inclusion/snippet.ts"
import { faultOf, inChinese } from "../src/inclusion/translation.ts"

describe("a region of a file", () => {
  const file = [
    "before",
    "  // #region outer",
    "",
    "  it('one', () => {",
    "    // #region inner",
    "    expect(1).toBe(1)",
    "    // #endregion inner",
    "  })",
    "  // #endregion outer",
    "after",
  ].join("\n")

  it("is dedented, without its own marks and those inside it", () => {
    expect(regionOf(file, "outer", "x.ts")).toBe("it('one', () => {\n  expect(1).toBe(1)\n})")
    expect(regionOf(file, "inner", "x.ts")).toBe("expect(1).toBe(1)")
  })

  it("is refused with the remedy where it is missing, unclosed, doubled or empty", () => {
    expect(() => regionOf(file, "out", "x.ts")).toThrow('x.ts: region "out" does not exist. Put "// #region out"')
    expect(() => regionOf("// #region a\n1", "a", "x.ts")).toThrow("is not closed")
    expect(() => regionOf("// #endregion a\n// #region a\n1", "a", "x.ts")).toThrow("is not closed")
    expect(() => regionOf("// #region a\n1\n// #endregion a\n// #region a\n// #endregion a", "a", "x.ts")).toThrow(
      "opened twice",
    )
    expect(() => regionOf("// #region a\n\n// #endregion a", "a", "x.ts")).toThrow("is empty")
  })
})

describe("a snippet of a README", () => {
  const readme =
    "# x\n\n<!-- snippet: quick-start -->\n```ts\nconst a = 1\n\nconst b = 2\n```\n\n```sh\nnpm start\n```\n"

  it("is the fenced block under its mark", () => {
    expect(snippetOf(readme, "quick-start", "README.md")).toEqual({
      language: "ts",
      code: "const a = 1\n\nconst b = 2",
    })
  })

  it("is refused where the mark is missing or doubled, or something else follows it", () => {
    expect(() => snippetOf(readme, "slow-start", "README.md")).toThrow(
      "must hold the line <!-- snippet: slow-start -->",
    )
    expect(() => snippetOf(readme + readme, "quick-start", "README.md")).toThrow("once")
    expect(() => snippetOf("<!-- snippet: a -->\nwords\n```ts\n1\n```", "a", "README.md")).toThrow("no fenced block")
  })
})

describe("the rules of a README", () => {
  const readme = [
    "| Rule | Says | Source |",
    "|---|---|---|",
    "| CHAIR-1 | Exactly one unit `a \\| b` sits. | S5 |",
    "| `CHAIR-12` | **Never** two. | our default |",
    "",
    "| Policy | Default |",
    "|---|---|",
    "| term | a quarter |",
  ].join("\n")

  it("are the rows that begin with an id, and no other table", () => {
    expect(rulesOf(readme, "README.md")).toEqual([
      { id: "CHAIR-1", key: "CHAIR-1", says: "Exactly one unit `a | b` sits.", source: "S5" },
      { id: "CHAIR-12", key: "CHAIR-12", says: "**Never** two.", source: "our default" },
    ])
    expect(familyOf("JOINT-CONFERENCE-3")).toBe("JOINT-CONFERENCE")
  })

  it("may come from two places, each with a row of its own", () => {
    const twice = rulesOf("| A-1 | x | y |\n| A-1 | z | y |\n| A-2 | x | y |", "README.md")
    expect(twice.map(({ id, key }) => [id, key])).toEqual([
      ["A-1", "A-1"],
      ["A-1", "A-1/2"],
      ["A-2", "A-2"],
    ])
  })

  it("are refused without a source", () => {
    expect(() => rulesOf("| CHAIR-1 | Says. |", "README.md")).toThrow("CHAIR-1 needs three cells")
    expect(() => rulesOf("| CHAIR-1 | Says. | |", "README.md")).toThrow("CHAIR-1 needs three cells")
  })

  it("are shown in Chinese only as long as the English that it was made from stands", () => {
    const rule = { id: "CHAIR-1", key: "CHAIR-1", says: "One unit sits.", source: "S5" }
    const chinese = {
      "CHAIR-1": { of: { says: "One unit sits.", source: "S5" }, says: "只有一家主持。", source: "案例 S5" },
    }
    expect(inChinese(rule, chinese)).toEqual({
      id: "CHAIR-1",
      key: "CHAIR-1",
      says: "只有一家主持。",
      source: "案例 S5",
    })
    expect(faultOf(rule, {})).toContain("CHAIR-1 has no Chinese")
    expect(faultOf({ ...rule, says: "Two units sit." }, chinese)).toContain("CHAIR-1 has changed in English")
    expect(faultOf({ ...rule, source: "our default" }, chinese)).toContain("CHAIR-1 has changed in English")
    expect(() => inChinese(rule, {})).toThrow("CHAIR-1 has no Chinese")
  })
})

describe("a record of a decision", () => {
  const text =
    "# 0003 Rules inside\n\nStatus: accepted\n\nSee [the other](0002-esm-only.md) and [the file](../../package.json).\n"

  it("gives its title, number and status, and its links lead to pages or nowhere", () => {
    expect(recordOf("0003-rules-inside.md", text)).toEqual({
      slug: "0003-rules-inside",
      number: "0003",
      title: "Rules inside",
      status: "accepted",
      lang: "en",
      body: "Status: accepted\n\nSee [the other](../0002-esm-only/) and the file.",
    })
  })

  it("may have its number written in other ways", () => {
    for (const heading of ["# 3. Rules inside", "# ADR-3: Rules inside", "# 3 — Rules inside"])
      expect(recordOf("0003-rules-inside.md", heading).title).toBe("Rules inside")
  })

  it("may stand in Chinese beside the English", () => {
    expect(recordOf("0003-rules-inside.zh-Hans.md", "# 规则在里\n")).toMatchObject({
      slug: "0003-rules-inside",
      lang: "zh-Hans",
    })
  })

  it("is told from other files, and refused without a title", () => {
    expect(["README.md", "0000-template.md", "0001-a.md", "0001-a.zh-Hans.md"].filter(isRecord)).toEqual([
      "0001-a.md",
      "0001-a.zh-Hans.md",
    ])
    expect(() => recordOf("0001-a.md", "no heading")).toThrow('begins with "# Title"')
  })
})

describe("what a page may hold", () => {
  const page = (text: string) => ({ file: "x.mdx", path: "x", language: "en" as const, text })

  it("is no code of its own, however it is fenced", () => {
    expect(pastedCode(page("```sh\nnpm start\n```\n"))).toEqual([])
    expect(pastedCode(page("```ts\nconst a = 1\n```\n"))).toEqual(['a fenced block of "ts"'])
    expect(pastedCode(page("words\n\n  ~~~js title=x\n  a\n  ~~~\n\n```sh\nb\n```\n"))).toEqual([
      'a fenced block of "js"',
    ])
    expect(pastedCode(page("```\nconst a = 1\n```\n"))).toEqual(['a fenced block of "no language"'])
    expect(pastedCode(page('<Code code="1" lang="ts" />'))).toEqual(["<Code>"])
  })

  it("is read with its attributes", () => {
    expect(usesOf("Region", 'a <Region file="x.ts" name="swap" /> <Regions file="y" />')).toEqual([
      { file: "x.ts", name: "swap" },
    ])
  })

  it("shows a rule's Markdown as HTML and lets no other HTML through", () => {
    expect(inlineHtml("**At least** `a < b`, see [art. 29](https://example.org/29) & [here](../x.md) <b>")).toBe(
      '<strong>At least</strong> <code>a &lt; b</code>, see <a href="https://example.org/29">art. 29</a> &amp; here &lt;b&gt;',
    )
  })
})

describe("a file of the repository", () => {
  it("is found from its root, and never outside it", () => {
    expect(textOf("pnpm-workspace.yaml")).toContain("packages:")
    expect(() => placeOf("../outside.md")).toThrow("lies outside the repository")
    expect(() => textOf("no-such-file.md")).toThrow("no-such-file.md does not exist")
  })
})
