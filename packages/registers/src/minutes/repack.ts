import { strFromU8, strToU8, unzipSync, zipSync } from "fflate"

/** The first moment that a ZIP archive can name. It says nothing, so that the same register gives the same bytes. */
const never = new Date(1980, 0, 1)

const clock = /(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)/g

/**
 * The same document without the clock of the machine that wrote it: the days of the file are those of the register, and
 * every part of the archive bears one time. Rule REGISTER-7.
 */
export const repacked = (archive: Uint8Array, day: string): Uint8Array => {
  const files = unzipSync(archive)
  const core = files["docProps/core.xml"]
  if (core !== undefined) files["docProps/core.xml"] = strToU8(strFromU8(core).replace(clock, `$1${day}T00:00:00Z$2`))
  const inOrder = Object.keys(files).toSorted((a, b) => (a < b ? -1 : 1))
  // Word looks for the list of contents first.
  const names = ["[Content_Types].xml", ...inOrder.filter((name) => name !== "[Content_Types].xml")]
  const entries = names.flatMap((name) => {
    const bytes = files[name]
    return bytes === undefined ? [] : [[name, bytes] as const]
  })
  return zipSync(Object.fromEntries(entries), { level: 6, mtime: never })
}
