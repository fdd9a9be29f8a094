import { refused, same, valueIn } from "../asserting.ts"
import {
  field,
  introducing,
  nobody,
  noon,
  type PersonalVaultChapter,
  type PersonalVaultPlace,
  reading,
  reads,
  valuesIn,
} from "./place.ts"

/** Values that a careless vault changes. */
const awkward = ["", " ", "\uFEFFfirst", "a\r\nb", "  x  ", "007", "null", "\\u0041", "𠮷野家", "e\u0301", "'; --"]

const comesBack = async ({ vault }: PersonalVaultPlace): Promise<void> => {
  const fields = awkward.map((value, index) => field(`f-${index + 10}`, value))
  const long = field("z", "長".repeat(100_000), { audiences: ["secretariat", "chair"], keepUntil: noon + 1 })
  const person = await introducing(vault, [long, ...fields.toReversed()])
  same(
    await valueIn(reading(vault, person), "reading"),
    [...fields, long],
    "fields as they came, in order of their names",
  )
}

const isReadForItsPurpose = async ({ vault }: PersonalVaultPlace): Promise<void> => {
  const person = await introducing(vault, [
    field("telephone", "CANARY-1"),
    field("telephone", "CANARY-2", { purpose: "emergency" }),
    field("address", "CANARY-3", { purpose: "visit" }),
    field("name", "CANARY-4", { audiences: ["chair", "auditor"] }),
    field("note", "CANARY-5", { audiences: [] }),
  ])
  same(await valuesIn(vault, person), { telephone: "CANARY-1" }, "for a notice, to the secretariat")
  same(await valuesIn(vault, person, { purpose: "emergency" }), { telephone: "CANARY-2" }, "in an emergency")
  same(await valuesIn(vault, person, { audience: "auditor" }), { name: "CANARY-4" }, "for a notice, to the auditor")
  same(await valuesIn(vault, person, { audience: "audit" }), {}, "to an audience that begins like another")
  same(await valuesIn(vault, person, { purpose: "Notice" }), {}, "for a purpose in other case")
}

const isReadWhileKept = async ({ vault }: PersonalVaultPlace): Promise<void> => {
  const person = await introducing(vault, [
    field("always", "CANARY-1"),
    field("until", "CANARY-2", { keepUntil: noon }),
  ])
  const both = { always: "CANARY-1", until: "CANARY-2" }
  same(await valuesIn(vault, person, { at: noon - 1 }), both, "a millisecond before its time is over")
  same(await valuesIn(vault, person, { at: noon }), { always: "CANARY-1" }, "when its time is over")
  same(await valuesIn(vault, person, { at: noon + 1 }), { always: "CANARY-1" }, "a millisecond later")
}

const isReplaced = async ({ vault }: PersonalVaultPlace): Promise<void> => {
  const person = await introducing(vault, [field("name", "CANARY-1"), field("telephone", "CANARY-2")])
  const change = {
    at: noon,
    fields: [field("telephone", "CANARY-3"), field("telephone", "CANARY-4", { purpose: "x" })],
  }
  await valueIn(vault.put("a", person, change), "putting fields")
  await reads(vault, person, {
    name: "CANARY-1",
    telephone: "CANARY-3",
    of: "the field of that name and purpose alone",
  })
  const narrower = field("name", "CANARY-1", { audiences: ["chair"] })
  await valueIn(vault.put("a", person, { at: noon, fields: [narrower] }), "giving a field fewer audiences")
  await reads(vault, person, { telephone: "CANARY-3", of: "a field whose audience was taken away" })
  await valueIn(vault.put("a", person, { at: noon, fields: [] }), "putting nothing")
}

const isNobody = async ({ vault }: PersonalVaultPlace): Promise<void> => {
  const unknown = { _tag: "UnknownPerson", rule: "VAULT-1" }
  for (const person of [nobody, "張三", "", "p-'; --"]) {
    await refused(reading(vault, person), unknown, "reading of nobody")
    await refused(vault.put("a", person, { fields: [field("name", "x")], at: noon }), unknown, "putting to nobody")
    await refused(vault.hold("a", person, noon), unknown, "holding nobody")
    await refused(vault.erase("a", person, noon), unknown, "erasing nobody")
  }
}

const isSwept = async ({ vault }: PersonalVaultPlace): Promise<void> => {
  const short = [field("x", "CANARY-1", { keepUntil: noon }), field("y", "CANARY-2", { keepUntil: noon + 1 })]
  const first = await introducing(vault, [...short, field("z", "CANARY-3")])
  const second = await introducing(vault, [field("x", "CANARY-4", { keepUntil: noon - 1 })])
  const strange = await introducing(vault, short, "b")
  const sweep = (tenant: string, at: number) => valueIn(vault.sweep(tenant, at), "sweeping")
  same(await sweep("a", noon - 1), 1, "fields whose time is over a millisecond before noon")
  same(await sweep("a", noon), 1, "fields whose time is over at noon")
  same(await sweep("a", noon), 0, "sweeping once more")
  const early = { at: 0 }
  same(await valuesIn(vault, first, early), { y: "CANARY-2", z: "CANARY-3" }, "what is left, whenever it is read")
  same(await valuesIn(vault, second, early), {}, "a person without fields is known still")
  const theirs = { x: "CANARY-1", y: "CANARY-2" }
  same(await valuesIn(vault, strange, { ...early, tenant: "b" }), theirs, "what another tenant keeps")
}

/** Rule VAULT-1. */
export const readingFields: PersonalVaultChapter = {
  rule: "VAULT-1",
  says: "a field is read only for its purpose, by its audiences, and while it is kept",
  trials: [
    { title: "fields come back as they came", run: comesBack },
    { title: "a field is read for its own purpose and by its own audiences alone", run: isReadForItsPurpose },
    { title: "a field is read until the millisecond before its time is over", run: isReadWhileKept },
    { title: "a field takes the place of the one of the same name and purpose", run: isReplaced },
    { title: "a reference that nobody has is nobody's", run: isNobody },
    { title: "sweeping takes what is kept no longer, and tells how much", run: isSwept },
  ],
}
