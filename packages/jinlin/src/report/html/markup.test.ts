import { describe, expect, test } from "vitest"
import { markup } from "./markup.ts"

describe("markup", () => {
  test("escapes what is put into it, in an element and in an attribute alike", () => {
    expect(markup`<p title="${`"'&<>`}">${"<b>&amp;</b>"}</p>`.toString()).toBe(
      '<p title="&quot;&#39;&amp;&lt;&gt;">&lt;b&gt;&amp;amp;&lt;/b&gt;</p>',
    )
  })

  test("leaves markup as it is, also in lists of lists", () => {
    const items = ["a", "<"].map((text) => markup`<li>${text}</li>`)
    expect(markup`<ul>${[items, [3]]}</ul>`.toString()).toBe("<ul><li>a</li><li>&lt;</li>3</ul>")
  })

  test("writes nothing for what is not there", () => {
    expect(markup`(${null}${undefined}${false}${[]}${Number.NaN}${Number.POSITIVE_INFINITY})`.toString()).toBe("()")
    expect(markup`(${0}${""})`.toString()).toBe("(0)")
  })

  test("shows what cannot be seen, and lets line breaks and joined emoji be", () => {
    expect(markup`${"a\u202eb\u0000\ufeff\ud800\ufffe\u2028"}`.toString()).toBe(
      "a\\u{202e}b\\u{0}\\u{feff}\\u{d800}\\u{fffe}\\u{2028}",
    )
    expect(markup`${"a\n\tb👩‍👧"}`.toString()).toBe("a\n\tb👩‍👧")
  })

  test("takes nothing for markup that only looks like it", () => {
    const impostor = { toString: () => "<script>" }
    expect(markup`(${impostor as never})`.toString()).toBe("()")
  })
})
