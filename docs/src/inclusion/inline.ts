const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;")

/**
 * The HTML of one line of Markdown as a table's cell holds it: code, bold, italics and links to the web.
 * A link to a file of the repository keeps its words alone, since the site does not hold that file.
 */
export const inlineHtml = (markdown: string): string =>
  markdown
    .split(/(`[^`]+`)/)
    .map((part) => (/^`[^`]+`$/.test(part) ? `<code>${escaped(part.slice(1, -1))}</code>` : proseHtml(part)))
    .join("")

const proseHtml = (text: string): string =>
  escaped(text)
    .replace(/\[([^\]]+)\]\((https?:[^)\s]+)\)/g, '<a href="$2">$1</a>')
    .replace(/\[([^\]]+)\]\([^)]*\)/g, "$1")
    .replace(/\*\*([^*]+)\*\*/g, "<strong>$1</strong>")
    .replace(/(?<![*\w])\*([^*\s][^*]*)\*(?![*\w])/g, "<em>$1</em>")
