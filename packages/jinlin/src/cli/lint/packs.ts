import { readdirSync } from "node:fs"
import { join, resolve } from "node:path"
import type { RulePack } from "@jinlin/core/charter"
import type { Located, NonEmpty } from "@jinlin/core/kernel"
import { rulePacks } from "@jinlin/rule-packs/packs"
import { done, failed, type Outcome } from "../faults.ts"
import { type Place, readBytes } from "../files.ts"
import { packIn } from "./reading.ts"
import type { PackFileTwice } from "./refusals.ts"

/** A file that is no rule pack, or one too many, and why. */
interface RefusedPack {
  readonly file: string
  readonly faults: NonEmpty<Located>
}

interface ReadPack {
  readonly file: string
  readonly pack: RulePack
}

/** The packs that are at hand, and the files that are none. */
export interface PacksAtHand {
  readonly packs: ReadonlyArray<RulePack>
  readonly refused: ReadonlyArray<RefusedPack>
}

const filesIn = (path: string): ReadonlyArray<string> | undefined => {
  try {
    return readdirSync(path, { withFileTypes: true })
      .filter((entry) => !entry.isDirectory() && entry.name.toLowerCase().endsWith(".json"))
      .map(({ name }) => name)
      .toSorted()
  } catch {
    return undefined
  }
}

const readOne = (place: Place, folder: string): Outcome<ReadPack | RefusedPack> => {
  const bytes = readBytes(place, folder)
  if (!bytes.ok) return bytes
  const read = packIn(bytes.value)
  const { name: file } = place
  return done(read.ok ? { file, pack: read.value } : { file, faults: read.refusal })
}

/** Which of two packs of one name is meant nobody can know, and where they are alike one is needless. */
const bearingOneName = (read: ReadonlyArray<ReadPack>): ReadonlyArray<RefusedPack> =>
  read.flatMap(({ file, pack: { pack } }, index) => {
    const first = read.findIndex((one) => one.pack.pack === pack)
    const other = read[first]
    if (other === undefined || first === index) return []
    const refusal: PackFileTwice = { _tag: "PackFileTwice", rule: "LINT-17", pack, file: other.file }
    return [{ file, faults: [{ path: ["pack"], refusal }] }]
  })

/** The packs of a folder with ours; of the folder's where both have a name. Without a folder, ours. Rule LINT-17. */
export const packsAtHand = (named: string | undefined, folder: string): Outcome<PacksAtHand> => {
  if (named === undefined) return done({ packs: rulePacks, refused: [] })
  const path = resolve(folder, named)
  const files = filesIn(path)
  if (files === undefined) return failed("lint.no-folder", { folder: named })
  if (files.length === 0) return failed("lint.no-packs", { folder: named })
  const packs: Array<ReadPack> = []
  const refused: Array<RefusedPack> = []
  for (const file of files) {
    const read = readOne({ path: join(path, file), name: `${named.replace(/[\\/]+$/, "")}/${file}` }, folder)
    if (!read.ok) return read
    if ("faults" in read.value) refused.push(read.value)
    else packs.push(read.value)
  }
  const theirs = packs.map(({ pack }) => pack)
  const names = new Set(theirs.map(({ pack }) => pack))
  const others = rulePacks.filter(({ pack }) => !names.has(pack))
  return done({ packs: [...theirs, ...others], refused: [...refused, ...bearingOneName(packs)] })
}
