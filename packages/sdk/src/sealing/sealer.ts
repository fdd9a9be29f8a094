/** What a sealed text is bound to, such as tenant, person and field: it opens nowhere else. */
export type Binding = ReadonlyArray<string | number | null>

/** Seals bytes under one key and opens them again. It shows nothing of the key, however it is printed. */
export interface Sealer {
  readonly seal: (bytes: Uint8Array, binding: Binding) => Promise<Uint8Array>
  /** Undefined: sealed under another key or for another binding, or changed since. */
  readonly open: (sealed: Uint8Array, binding: Binding) => Promise<Uint8Array | undefined>
}

/** The first byte of what is sealed says how: 1 is AES-256-GCM with a nonce of 96 bits and a tag of 128. */
const version = 1
const nonceLength = 12
const tagLength = 16

/** Random bytes of the platform. */
export const randomBytes = (length: number): Uint8Array<ArrayBuffer> => crypto.getRandomValues(new Uint8Array(length))

/** A text as UTF-8. */
export const utf8 = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)

/** Lower-case hex. */
export const hexOf = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("")

const algorithm = (iv: Uint8Array<ArrayBuffer>, binding: Binding) => ({
  name: "AES-GCM",
  iv,
  additionalData: utf8(JSON.stringify(binding)),
  tagLength: tagLength * 8,
})

/** A sealer (AES-256-GCM, NIST SP 800-38D) with a key of 32 bytes and a random nonce for every sealing. The bytes are not held on to. */
export const sealerOf = async (keyBytes: Uint8Array): Promise<Sealer> => {
  const key = await crypto.subtle.importKey("raw", Uint8Array.from(keyBytes), "AES-GCM", false, ["encrypt", "decrypt"])
  return {
    seal: async (bytes, binding) => {
      const nonce = randomBytes(nonceLength)
      const content = await crypto.subtle.encrypt(algorithm(nonce, binding), key, Uint8Array.from(bytes))
      const sealed = new Uint8Array(1 + nonceLength + content.byteLength)
      sealed[0] = version
      sealed.set(nonce, 1)
      sealed.set(new Uint8Array(content), 1 + nonceLength)
      return sealed
    },
    open: async (sealed, binding) => {
      if (sealed[0] !== version || sealed.length < 1 + nonceLength + tagLength) return undefined
      const nonce = Uint8Array.from(sealed.subarray(1, 1 + nonceLength))
      const content = Uint8Array.from(sealed.subarray(1 + nonceLength))
      try {
        return new Uint8Array(await crypto.subtle.decrypt(algorithm(nonce, binding), key, content))
      } catch {
        // Web Crypto says no more than that it does not fit.
        return undefined
      }
    },
  }
}
