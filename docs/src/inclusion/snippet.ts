/** A fenced block of a Markdown file: its language and its code. */
export interface Snippet {
  readonly language: string
  readonly code: string
}

/** The fenced block that follows `<!-- snippet: <name> -->`. Throws where the marker or the block is missing. */
export const snippetOf = (markdown: string, name: string, file: string): Snippet => {
  const marker = `<!-- snippet: ${name} -->`
  const [, after, again] = markdown.split(marker)
  if (after === undefined || again !== undefined) {
    throw new Error(`[jinlin] [docs] ${file} must hold the line ${marker} once, above a fenced block.`)
  }
  const fence = /^\s*```(\w+)[^\n]*\n([\s\S]*?)\n```/.exec(after)
  if (fence?.[1] === undefined || fence[2] === undefined) {
    throw new Error(`[jinlin] [docs] ${file}: no fenced block with a language follows ${marker}.`)
  }
  return { language: fence[1], code: fence[2] }
}
