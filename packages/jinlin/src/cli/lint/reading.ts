import { RulePack } from "@jinlin/core/charter"
import { decodeStrictly, type Located, type NonEmpty } from "@jinlin/core/kernel"
import { accept, type Checked, refuse } from "@jinlin/core/kernel/arithmetic"
import { type Charter, readCharter } from "../../charter/charter.ts"
import { textOfBytes } from "../../journal/files.ts"
import { fromJson } from "../reading.ts"
import type { EmptyFile, FileKind, OtherKindOfFile, PackNamedTwice, ShareForm } from "./refusals.ts"

type Faults = NonEmpty<Located>

const kinds = ["charter", "rulePack"] as const satisfies ReadonlyArray<FileKind>

const isRecord = (input: unknown): input is object =>
  typeof input === "object" && input !== null && !Array.isArray(input)

/** Why a file is not of this kind at all; nothing where its fields are worth reading. */
const otherKind = (input: unknown, expected: FileKind): OtherKindOfFile | undefined => {
  if (!isRecord(input) || Object.hasOwn(input, expected)) return undefined
  const got = kinds.find((kind) => Object.hasOwn(input, kind)) ?? "unknown"
  return { _tag: "OtherKindOfFile", rule: "LINT-17", expected, got }
}

const isEmpty = (bytes: Uint8Array): boolean => {
  const text = textOfBytes(bytes)
  return typeof text === "string" && text.trim() === ""
}

/** A share that is written as a number or in per cent, where two whole numbers are wanted. */
const asShare = (fault: Located): Located => {
  const { path, refusal } = fault
  if (refusal._tag !== "WrongType" || path.at(-1) !== "share") return fault
  const form: ShareForm = { _tag: "ShareForm", rule: "LINT-17", example: '{"numerator": "2", "denominator": "3"}' }
  return { path, refusal: form }
}

/** A file of one kind, or everything that is wrong with it; of an empty file, or one of another kind, that alone. */
const readFile = <Value>(
  bytes: Uint8Array,
  expected: FileKind,
  read: (input: unknown) => Checked<Value, Faults>,
): Checked<Value, Faults> => {
  const empty: EmptyFile = { _tag: "EmptyFile", rule: "LINT-17", expected }
  if (isEmpty(bytes)) return refuse([{ path: [], refusal: empty }])
  return fromJson(bytes, (input) => {
    const other = otherKind(input, expected)
    if (other !== undefined) return refuse([{ path: [], refusal: other }])
    const value = read(input)
    if (value.ok) return value
    const [first, ...others] = value.refusal
    return refuse([asShare(first), ...others.map(asShare)])
  })
}

/** The packs that a charter names a second time. */
const namedTwice = ({ rules }: Charter): ReadonlyArray<Located<PackNamedTwice>> =>
  (rules?.packs ?? []).flatMap((pack, index, packs) => {
    const first = packs.indexOf(pack)
    if (first === index) return []
    return [{ path: ["rules", "packs", index], refusal: { _tag: "PackNamedTwice", rule: "LINT-17", pack, first } }]
  })

/** Reads the charter whose rules are to be looked through. Rule LINT-17. */
export const charterIn = (bytes: Uint8Array): Checked<Charter, Faults> => {
  const charter = readFile(bytes, "charter", readCharter)
  if (!charter.ok) return charter
  const [first, ...others] = namedTwice(charter.value)
  return first === undefined ? accept(charter.value) : refuse([first, ...others])
}

const decodePack = decodeStrictly(RulePack)

/** Reads a rule pack. Rule LINT-17. */
export const packIn = (bytes: Uint8Array): Checked<RulePack, Faults> => readFile(bytes, "rulePack", decodePack)
