import { readdirSync } from "node:fs"
import { join, resolve } from "node:path"
import { RulePack } from "@jinlin/core/charter"
import { decodeStrictly, type Located, type NonEmpty } from "@jinlin/core/kernel"
import { rulePacks } from "@jinlin/rule-packs/packs"
import { done, failed, type Outcome } from "../faults.ts"
import { type Place, readBytes } from "../files.ts"
import { fromJson } from "../reading.ts"

/** A file that is no rule pack, and why. */
interface RefusedPack {
  readonly file: string
  readonly faults: NonEmpty<Located>
}

/** The packs that are at hand, and the files that are none. */
export interface PacksAtHand {
  readonly packs: ReadonlyArray<RulePack>
  readonly refused: ReadonlyArray<RefusedPack>
}

const decode = decodeStrictly(RulePack)

const filesIn = (path: string): ReadonlyArray<string> | undefined => {
  try {
    return readdirSync(path)
      .filter((name) => name.toLowerCase().endsWith(".json"))
      .toSorted()
  } catch {
    return undefined
  }
}

const readOne = (place: Place, folder: string): Outcome<RulePack | RefusedPack> => {
  const bytes = readBytes(place, folder)
  if (!bytes.ok) return bytes
  const read = fromJson(bytes.value, decode)
  return done(read.ok ? read.value : { file: place.name, faults: read.refusal })
}

/** The packs of a folder with ours; of the folder's where both have a name. Without a folder, ours. */
export const packsAtHand = (named: string | undefined, folder: string): Outcome<PacksAtHand> => {
  if (named === undefined) return done({ packs: rulePacks, refused: [] })
  const path = resolve(folder, named)
  const files = filesIn(path)
  if (files === undefined) return failed("lint.no-folder", { folder: named })
  if (files.length === 0) return failed("lint.no-packs", { folder: named })
  const packs: Array<RulePack> = []
  const refused: Array<RefusedPack> = []
  for (const file of files) {
    const read = readOne({ path: join(path, file), name: `${named.replace(/[\\/]+$/, "")}/${file}` }, folder)
    if (!read.ok) return read
    if ("faults" in read.value) refused.push(read.value)
    else packs.push(read.value)
  }
  const theirs = new Set(packs.map(({ pack }) => pack))
  return done({ packs: [...packs, ...rulePacks.filter(({ pack }) => !theirs.has(pack))], refused })
}
