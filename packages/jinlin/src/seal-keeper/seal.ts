import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from "node:crypto"
import { type Answer, done, failed } from "@jinlin/sdk"
import { padded, unpadded } from "./padding.ts"

/** The key is none of X25519, or not written as it must be: SPKI (public) or PKCS #8 (secret) in base64url. */
export interface InvalidSealKey {
  readonly _tag: "InvalidSealKey"
}

/** The text was not sealed with this key and for this place, was changed since, or is no sealed text. */
export interface SealBroken {
  readonly _tag: "SealBroken"
}

/** The first byte says how: 1 is X25519, HKDF-SHA-256 and AES-256-GCM. */
const version = 1
const pointLength = 32
const nonceLength = 12
const tagLength = 16
const headLength = 1 + pointLength + nonceLength

const invalidKey = failed<InvalidSealKey>({ _tag: "InvalidSealKey" })
const broken = failed<SealBroken>({ _tag: "SealBroken" })

/** Nothing of what is thrown is passed on: it may repeat a key. */
const attempt = <Value>(work: () => Value): Value | undefined => {
  try {
    return work()
  } catch {
    return undefined
  }
}

const onCurve = (key: KeyObject): KeyObject | undefined => (key.asymmetricKeyType === "x25519" ? key : undefined)

const publicKeyOf = (text: string): KeyObject | undefined =>
  attempt(() => onCurve(createPublicKey({ key: Buffer.from(text, "base64url"), format: "der", type: "spki" })))

const secretKeyOf = (text: string): KeyObject | undefined =>
  attempt(() => onCurve(createPrivateKey({ key: Buffer.from(text, "base64url"), format: "der", type: "pkcs8" })))

/** The 32 bytes of a public key are the last ones of its SPKI. */
const pointOf = (key: KeyObject): Buffer => key.export({ format: "der", type: "spki" }).subarray(-pointLength)

/** SPKI of X25519 (RFC 8410) up to the 32 bytes. */
const spkiHead = Buffer.from("302a300506032b656e032100", "hex")

const keyOfPoint = (point: Buffer): KeyObject =>
  createPublicKey({ key: Buffer.concat([spkiHead, point]), format: "der", type: "spki" })

/** The key of one sealed text, from what both sides can reckon and the two public halves (RFC 7748, RFC 5869). */
const contentKey = (secret: KeyObject, other: KeyObject, points: Buffer): Uint8Array => {
  const common = diffieHellman({ privateKey: secret, publicKey: other })
  return new Uint8Array(hkdfSync("sha256", common, points, "jinlin seal 1", 32))
}

/** A new pair of keys: SPKI and PKCS #8 in DER. */
export const drawSealKeys = (): { readonly publicKey: Buffer; readonly secretKey: Buffer } => {
  const { privateKey, publicKey } = generateKeyPairSync("x25519")
  return {
    publicKey: publicKey.export({ format: "der", type: "spki" }),
    secretKey: privateKey.export({ format: "der", type: "pkcs8" }),
  }
}

/**
 * Seals a text so that only the secret key opens it, in base64url. Sealing again gives something else. `place` says where it
 * belongs, such as tenant, round and sheet: it opens nowhere else. The length shows in steps of 256 bytes only.
 */
export const seal = (publicKey: string, text: string, place = ""): Answer<string, InvalidSealKey> => {
  const receiver = publicKeyOf(publicKey)
  if (receiver === undefined) return invalidKey
  const sealed = attempt(() => {
    const sender = generateKeyPairSync("x25519")
    const point = pointOf(sender.publicKey)
    const key = contentKey(sender.privateKey, receiver, Buffer.concat([point, pointOf(receiver)]))
    const head = Buffer.concat([Buffer.of(version), point, randomBytes(nonceLength)])
    const cipher = createCipheriv("aes-256-gcm", key, head.subarray(-nonceLength), { authTagLength: tagLength })
    cipher.setAAD(Buffer.concat([head, Buffer.from(place, "utf8")]))
    return Buffer.concat([head, cipher.update(padded(text)), cipher.final(), cipher.getAuthTag()])
  })
  return sealed === undefined ? invalidKey : done(sealed.toString("base64url"))
}

/** Opens what was sealed for this key and place. */
export const unseal = (secretKey: string, sealed: string, place = ""): Answer<string, InvalidSealKey | SealBroken> => {
  const secret = secretKeyOf(secretKey)
  if (secret === undefined) return invalidKey
  const bytes = Buffer.from(sealed, "base64url")
  if (bytes[0] !== version || bytes.length < headLength + tagLength) return broken
  const text = attempt(() => {
    const head = bytes.subarray(0, headLength)
    const point = head.subarray(1, 1 + pointLength)
    const key = contentKey(secret, keyOfPoint(point), Buffer.concat([point, pointOf(createPublicKey(secret))]))
    const decipher = createDecipheriv("aes-256-gcm", key, head.subarray(-nonceLength), { authTagLength: tagLength })
    decipher.setAAD(Buffer.concat([head, Buffer.from(place, "utf8")]))
    decipher.setAuthTag(bytes.subarray(-tagLength))
    return unpadded(Buffer.concat([decipher.update(bytes.subarray(headLength, -tagLength)), decipher.final()]))
  })
  return text === undefined ? broken : done(text)
}
