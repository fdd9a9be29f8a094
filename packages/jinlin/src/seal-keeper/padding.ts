/** A sealed text is as long as its block, so that nobody tells a 5 from a 10, or a yes from a no, by the length. */
const block = 256

const mark = 0x80

/** A text as UTF-8, filled up to whole blocks (ISO/IEC 7816-4: a byte 80, then zeros). */
export const padded = (text: string): Uint8Array => {
  const content = Buffer.from(text, "utf8")
  const bytes = new Uint8Array(Math.ceil((content.length + 1) / block) * block)
  bytes.set(content)
  bytes[content.length] = mark
  return bytes
}

/** The text that was filled up. Undefined: it was not. */
export const unpadded = (bytes: Uint8Array): string | undefined => {
  const end = bytes.findLastIndex((byte) => byte !== 0)
  return bytes[end] === mark ? Buffer.from(bytes.subarray(0, end)).toString("utf8") : undefined
}
