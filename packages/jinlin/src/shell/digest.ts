import { hash } from "node:crypto"
import { canonicalJson } from "@jinlin/core/kernel"

/** The self-describing digest of a text's UTF-8 bytes. */
export const digestOfText = (text: string): string => `sha-256:${hash("sha256", text, "hex")}`

/** Canonical JSON of what our own code made; what is no data is a fault of ours and not of anybody's input. */
export const canonical = (value: unknown): string => {
  const text = canonicalJson(value)
  if (text.ok) return text.value
  throw new Error(`[jinlin] [shell] something of ours is no plain data: ${text.refusal.path.join(".")}`)
}

/** A short name made from a text: 40 hexadecimal digits, 160 bits. */
export const nameFrom = (text: string): string => hash("sha256", text, "hex").slice(0, 40)
