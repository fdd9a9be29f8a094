import { holds, refused, same, valueIn } from "../asserting.ts"
import {
  durableOf,
  field,
  introducing,
  noon,
  type PersonalVaultChapter,
  type PersonalVaultPlace,
  reading,
  reads,
} from "./place.ts"

const name = field("name", "CANARY-1")

const waitsForTheHold = async ({ vault }: PersonalVaultPlace): Promise<void> => {
  const person = await introducing(vault, [name])
  await valueIn(vault.hold("a", person, noon), "holding")
  const held = { _tag: "LegalHold", rule: "VAULT-2", until: noon }
  await refused(vault.erase("a", person, noon - 1), held, "erasing a millisecond before the hold ends")
  await reads(vault, person, { name: "CANARY-1", of: "a person who is held" })
  same(await valueIn(vault.erase("a", person, noon), "erasing when the hold ends"), { person, at: noon }, "the receipt")
}

const mayBeLifted = async ({ vault }: PersonalVaultPlace): Promise<void> => {
  const [first, second] = [await introducing(vault, [name]), await introducing(vault, [name])]
  await valueIn(vault.hold("a", first, noon + 9), "holding")
  await valueIn(vault.hold("a", first, noon + 5), "shortening the hold")
  await refused(vault.erase("a", first, noon), { _tag: "LegalHold", until: noon + 5 }, "erasing who is held")
  same(await valueIn(vault.erase("a", second, noon), "erasing another"), { person: second, at: noon }, "the receipt")
  await valueIn(vault.hold("a", first, null), "lifting the hold")
  same(await valueIn(vault.erase("a", first, noon), "erasing who is free"), { person: first, at: noon }, "the receipt")
}

const keepsFromSweeping = async ({ vault }: PersonalVaultPlace): Promise<void> => {
  const short = field("x", "CANARY-2", { keepUntil: noon })
  const [held, free] = [await introducing(vault, [short]), await introducing(vault, [short])]
  await valueIn(vault.hold("a", held, noon + 5), "holding")
  same(
    await valueIn(vault.sweep("a", noon + 4), "sweeping"),
    1,
    "fields that were swept of two people, one of them held",
  )
  same((await valueIn(reading(vault, held, { at: 0 }), "reading")).length, 1, "fields of who is held")
  same((await valueIn(reading(vault, held, { at: noon }), "reading")).length, 0, "fields that are over, though held")
  same((await valueIn(reading(vault, free, { at: 0 }), "reading")).length, 0, "fields of who is free")
  same(await valueIn(vault.sweep("a", noon + 5), "sweeping"), 1, "fields that were swept when the hold was over")
}

const isKept = async (place: PersonalVaultPlace): Promise<void> => {
  const person = await introducing(place.vault, [name])
  await valueIn(place.vault.hold("a", person, noon + 5), "holding")
  await place.vault[Symbol.asyncDispose]()
  await using again = await valueIn(durableOf(place).reopen(place.masterKey), "opening again")
  await refused(again.erase("a", person, noon), { _tag: "LegalHold", until: noon + 5 }, "erasing after opening again")
}

/** Rule VAULT-2. */
export const legalHold: PersonalVaultChapter = {
  rule: "VAULT-2",
  says: "whoever is under a legal hold is neither erased nor swept before it ends",
  trials: [
    { title: "erasing is refused until the millisecond before the hold ends", run: waitsForTheHold },
    { title: "a hold may be moved and lifted, and holds nobody else", run: mayBeLifted },
    { title: "what is held is not swept, and not read either when its time is over", run: keepsFromSweeping },
    { title: "a hold holds after the vault was opened again", needs: "durable", run: isKept },
  ],
}

const givesOneReceipt = async ({ vault }: PersonalVaultPlace): Promise<void> => {
  const [person, other] = [await introducing(vault, [name]), await introducing(vault, [name])]
  const receipt = { person, at: noon }
  same(await valueIn(vault.erase("a", person, noon), "erasing"), receipt, "the receipt")
  same(await valueIn(vault.erase("a", person, noon + 9), "erasing again"), receipt, "the receipt of erasing again")
  const erased = { _tag: "PersonErased", rule: "VAULT-3", at: noon }
  await refused(reading(vault, person), erased, "reading of who was erased")
  await refused(vault.put("a", person, { fields: [name], at: noon + 1 }), erased, "putting to who was erased")
  await refused(vault.hold("a", person, noon + 9), erased, "holding who was erased")
  same(
    await valueIn(vault.erase("a", person, noon + 9), "erasing after all that"),
    receipt,
    "the receipt after all that",
  )
  await reads(vault, other, { name: "CANARY-1", of: "somebody else" })
}

const atOnce = async ({ vault }: PersonalVaultPlace): Promise<void> => {
  const person = await introducing(vault, [name])
  const times = Array.from({ length: 16 }, (_, index) => noon + index)
  const asked = times.map((at) => vault.erase("a", person, at))
  const puts = times.map((at) => vault.put("a", person, { fields: [field(`f-${at}`, "CANARY-2")], at }))
  const receipts = await Promise.all(asked.map((answer) => valueIn(answer, "erasing at once")))
  await Promise.all(puts)
  const first = receipts[0]?.at ?? -1
  holds(times.includes(first), "the receipt must tell when it was asked for")
  for (const receipt of receipts) same(receipt, { person, at: first }, "the receipts of sixteen who erase at once")
  const erased = { _tag: "PersonErased", at: first }
  await refused(reading(vault, person), erased, "reading after fields were put while the person was erased")
}

const staysErased = async (place: PersonalVaultPlace): Promise<void> => {
  const person = await introducing(place.vault, [name])
  const receipt = await valueIn(place.vault.erase("a", person, noon), "erasing")
  await place.vault[Symbol.asyncDispose]()
  await using again = await valueIn(durableOf(place).reopen(place.masterKey), "opening again")
  same(await valueIn(again.erase("a", person, noon + 9), "erasing after opening again"), receipt, "the receipt")
  await refused(reading(again, person), { _tag: "PersonErased", at: noon }, "reading after opening again")
}

/** Rule VAULT-3. */
export const erasing: PersonalVaultChapter = {
  rule: "VAULT-3",
  says: "erasing takes all fields and the key, and nothing is kept under that reference again",
  trials: [
    { title: "erasing twice gives one receipt, and all else is refused", run: givesOneReceipt },
    { title: "sixteen who erase at once have one receipt, and what is put meanwhile is gone", run: atOnce },
    { title: "who was erased stays so after the vault was opened again", needs: "durable", run: staysErased },
  ],
}
