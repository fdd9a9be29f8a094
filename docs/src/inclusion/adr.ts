/** A record of a decision, as `docs/adr/` keeps it: `0003-rules-inside.md`, and `0003-rules-inside.zh-Hans.md` where it stands in Chinese. */
export interface DecisionRecord {
  /** The file's name without language and ending: the last part of its address. */
  readonly slug: string
  /** As written in the file's name, `0003`. */
  readonly number: string
  readonly title: string
  /** The first word or words after `Status`, where the record says so. */
  readonly status: string | undefined
  readonly lang: "en" | "zh-Hans"
  /** Markdown without its first heading, which the page shows itself, and with links that work on the site. */
  readonly body: string
}

const fileName = /^((\d{4})-[a-z0-9-]+?)(\.zh-Hans)?\.md$/

/** Whether this file of `docs/adr/` is a record; its README is not, nor is the template, which bears the number 0000. */
export const isRecord = (file: string): boolean => fileName.test(file) && !file.startsWith("0000-")

/** A link to a neighbouring record leads to its page; a link to any other file of the repository becomes plain text. */
const relink = (markdown: string): string =>
  markdown
    .replace(/\]\((?:\.\/)?(\d{4}-[a-z0-9-]+?)(?:\.zh-Hans)?\.md(#[^)]*)?\)/g, "](../$1/$2)")
    .replace(/(?<!!)\[([^\]]+)\]\((?!https?:|#|\.\.\/\d{4}-)[^)]*\)/g, "$1")

/** Reads one record. Throws where the file has no heading to take its title from. */
export const recordOf = (file: string, markdown: string): DecisionRecord => {
  const [, slug, number, chinese] = fileName.exec(file) ?? []
  const heading = /^# (.+)$/m.exec(markdown)
  if (slug === undefined || number === undefined || heading?.[1] === undefined) {
    throw new Error(`[jinlin] [docs] docs/adr/${file}: a record is called 0001-words.md and begins with "# Title".`)
  }
  const status =
    /^(?:[-*] )?\**Status\**:?\**:?[ \t]*(\S[^\n]*)$/im.exec(markdown) ?? /^## Status\s+(\S[^\n]*)$/im.exec(markdown)
  return {
    slug,
    number,
    title: heading[1].replace(/^(?:ADR[- ]?)?\d+(?:\s*[.:—–-]\s*|\s+)/i, ""),
    status: status?.[1]?.replaceAll("*", "").replace(/[.。]$/, ""),
    lang: chinese === undefined ? "en" : "zh-Hans",
    body: relink(markdown.replace(heading[0], "").trim()),
  }
}
