/**
 * UTF-8 bytes as text; or the offset of the first byte that is none, as in a file that a spreadsheet program saved in the
 * encoding of its own country. A replacement character that was written as such is no fault.
 */
export const textOfBytes = (bytes: Uint8Array): string | { readonly offset: number } => {
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes)
  for (let at = text.indexOf("\u{fffd}"); at >= 0; at = text.indexOf("\u{fffd}", at + 1)) {
    const offset = new TextEncoder().encode(text.slice(0, at)).length
    const isWritten = bytes[offset] === 0xef && bytes[offset + 1] === 0xbf && bytes[offset + 2] === 0xbd
    if (!isWritten) return { offset }
  }
  return text
}
