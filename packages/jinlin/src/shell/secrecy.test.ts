import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { expect, it, onTestFinished } from "vitest"
import { cast, chair, sitsOn, toMatter, voters, votingOn } from "../../test/shell/matters.ts"
import { openMemory } from "../../test/shell/raw-memory.ts"
import { everythingIn, linkedIn } from "../../test/shell/raw-sqlite.ts"
import { grant } from "../../test/shell/scene.ts"
import { secrecyChapters } from "../../test/shell/secrecy-chapters.ts"
import { openFile } from "../../test/shell/stores.ts"

secrecyChapters("in memory", async () => openMemory())

secrecyChapters("on SQLite", async () => {
  const { file, store } = await openFile()
  return { store, everything: async () => everythingIn(file) }
})

const temporaryFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), "jinlin-secrecy-"))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

it("SHELL-20 whoever reads the log of SQLite links everybody while the ballot is open, and nobody once it is closed", async () => {
  const { file, store } = await openFile()
  const choiceOf = (voter: string) => (Number(voter.slice(2)) % 3 === 0 ? "against" : "for")
  const scene = await votingOn(store, { size: 12, mode: "secret", closes: sitsOn })
  for (const voter of voters(12)) await grant(scene, cast(voter, choiceOf(voter), { secret: true }))
  const open = linkedIn(file, temporaryFolder())
  expect(open).toEqual(new Map(voters(12).map((voter) => [voter, choiceOf(voter)])))
  await grant(scene, toMatter("close", chair, { _tag: "CloseBallot" }))
  expect(linkedIn(file, temporaryFolder())).toEqual(new Map())
})
