const named: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" }

/** A text as it stands in HTML, in an element or in a quoted attribute alike. */
export const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => named[character] ?? character)
