import { holds, refused, same, valueIn } from "../asserting.ts"
import { drawCanary, filesWith, isGone } from "../canary.ts"
import {
  durableOf,
  field,
  introducing,
  noon,
  type PersonalVaultChapter,
  type PersonalVaultPlace,
  reads,
} from "./place.ts"

const drawKey = (): Uint8Array => crypto.getRandomValues(new Uint8Array(32))

const isNeverPlain = async (place: PersonalVaultPlace): Promise<void> => {
  const canary = drawCanary()
  const values = [field("name", canary.name), field("telephone", canary.telephone), field("note", canary.text)]
  const person = await introducing(place.vault, values)
  const { files, sealedOf } = durableOf(place)
  const written = await files()
  const sealed = await sealedOf("a", person)
  same(sealed.length, values.length + 1, "values and key that are read past the port")
  for (const bytes of sealed)
    holds(filesWith(written, bytes.subarray(0, 24)).length > 0, "what is sealed must be found, or nothing is proved")
  isGone(canary, written, "as it was written")
  same(filesWith(written, place.masterKey), [], "files with the master key")
  const [one, other] = [
    await introducing(place.vault, [values[1] ?? field("x", "")]),
    await introducing(place.vault, values),
  ]
  same(new Set([one, other, person]).size, 3, "references of three people")
}

const opensNowhereElse = async (place: PersonalVaultPlace): Promise<void> => {
  const person = await introducing(place.vault, [field("name", "CANARY-1")])
  await place.vault[Symbol.asyncDispose]()
  const { reopen } = durableOf(place)
  await refused(reopen(drawKey()), { _tag: "StoreUnavailable", kind: "misused" }, "opening with another master key")
  await refused(reopen(new Uint8Array(31)), { _tag: "StoreUnavailable", kind: "misused" }, "opening with a short key")
  await using again = await valueIn(reopen(place.masterKey), "opening with the right key")
  await reads(again, person, { name: "CANARY-1", of: "what was sealed" })
}

const secretsOf = (key: Uint8Array): ReadonlyArray<string> => [
  Array.from(key, (byte) => byte.toString(16).padStart(2, "0")).join(""),
  key.toString(),
  btoa(String.fromCharCode(...key)),
]

const showsNoKey = async (place: PersonalVaultPlace): Promise<void> => {
  const { masterKey, vault } = place
  const canary = drawCanary()
  const person = await introducing(vault, [field("name", canary.name)])
  const asked = [
    await vault.put("a", person, { fields: [field(canary.telephone, `${canary.name}\0`)], at: noon }),
    await vault.put("a", person, { fields: [field("x", "x", { audiences: [canary.name] })], at: noon }),
    await vault.introduce(canary.name, [], noon),
    await vault.introduce("a", [field("x", canary.text.repeat(99))], noon),
    await vault.introduce("a", [field("x", canary.name), field("x", canary.name)], noon),
    await vault.introduce("a", [field("x", canary.name, { keepUntil: 0.5 })], noon),
    await vault.read("a", person, { purpose: canary.name, audience: "x", at: noon }),
  ]
  for (const answer of asked) await refused(Promise.resolve(answer), { kind: "misused" }, "what is refused")
  const printed = [vault, ...asked].map((one) => `${String(one)} ${JSON.stringify(one)}`).join(" ")
  for (const secret of [...canary.marks, ...secretsOf(masterKey)])
    holds(!printed.includes(secret), "a key or a value shows in an answer or a print")
}

/** Rule VAULT-4. */
export const sealing: PersonalVaultChapter = {
  rule: "VAULT-4",
  says: "a value is kept sealed, under a key that is kept wrapped, and neither shows",
  trials: [
    {
      title: "no value and no master key is in any file, while what is sealed is",
      needs: "durable",
      run: isNeverPlain,
    },
    { title: "it opens under its own master key alone", needs: "durable", run: opensNowhereElse },
    { title: "no answer and no print shows a key or a value", run: showsNoKey },
  ],
}

const leavesNoBytes = async (place: PersonalVaultPlace): Promise<void> => {
  const { vault } = place
  const { files, sealedOf } = durableOf(place)
  const canary = drawCanary()
  const gone = await introducing(vault, [field("name", canary.name), field("note", canary.text)])
  const stays = await introducing(vault, [field("name", "CANARY-2")])
  const [sealed, others] = [await sealedOf("a", gone), await sealedOf("a", stays)]
  await valueIn(vault.erase("a", gone, noon), "erasing")
  same(await sealedOf("a", gone), [], "what is sealed of who was erased")
  await valueIn(vault.compact(), "compacting")
  const after = await files()
  isGone(canary, after, "after erasing and compacting")
  // 24 bytes hold the nonce: nobody else's sealed value begins so, and a long one may lie in pieces.
  for (const bytes of sealed) same(filesWith(after, bytes.subarray(0, 24)), [], "files with what was sealed")
  for (const bytes of sealed) same(filesWith(after, bytes.subarray(-24)), [], "files with the end of what was sealed")
  for (const bytes of others) holds(filesWith(after, bytes).length > 0, "what belongs to others must still be there")
  await reads(vault, stays, { name: "CANARY-2", of: "somebody else" })
}

const changesMasterKey = async (place: PersonalVaultPlace): Promise<void> => {
  const { files, reopen, sealedOf } = durableOf(place)
  const [previous, current] = [place.masterKey, drawKey()]
  const old = await introducing(place.vault, [field("name", "CANARY-1")])
  const wrapped = await sealedOf("a", old)
  await place.vault[Symbol.asyncDispose]()
  const turning = await valueIn(reopen({ current, previous }), "opening with the new key and the one before")
  const fresh = await introducing(turning, [field("name", "CANARY-2")])
  await reads(turning, old, { name: "CANARY-1", of: "what was sealed under the key before" })
  await valueIn(turning.compact(), "compacting")
  await turning[Symbol.asyncDispose]()
  await refused(reopen(previous), { _tag: "StoreUnavailable", kind: "misused" }, "opening with the key before alone")
  await using turned = await valueIn(reopen(current), "opening with the new key alone")
  await reads(turned, old, { name: "CANARY-1", of: "what was sealed under the key before" })
  await reads(turned, fresh, { name: "CANARY-2", of: "what was sealed under the new key" })
  const left = new Set((await sealedOf("a", old)).map(String))
  const replaced = wrapped.filter((bytes) => !left.has(String(bytes)))
  same(replaced.length, 1, "keys that were wrapped anew")
  for (const bytes of replaced) same(filesWith(await files(), bytes), [], "files with the key as it was wrapped before")
}

/** Rule VAULT-5. */
export const leftovers: PersonalVaultChapter = {
  rule: "VAULT-5",
  says: "after compacting no file holds anything of what was erased, nor a key under a master key of before",
  trials: [
    { title: "neither value nor key of who was erased is in any file", needs: "durable", run: leavesNoBytes },
    { title: "a master key can be changed and put away", needs: "durable", run: changesMasterKey },
  ],
}
