import { nameFault, type PersonalVault } from "@jinlin/sdk"
import { holds, refused, same, valueIn } from "../asserting.ts"
import {
  field,
  introducing,
  nobody,
  noon,
  type PersonalVaultChapter,
  type PersonalVaultPlace,
  reading,
  reads,
} from "./place.ts"

const name = field("name", "CANARY-1")

const keepsTenantsApart = async ({ vault }: PersonalVaultPlace): Promise<void> => {
  const person = await introducing(vault, [name])
  const unknown = { _tag: "UnknownPerson" }
  await refused(reading(vault, person, { tenant: "b" }), unknown, "reading as another tenant")
  await refused(vault.put("b", person, { fields: [name], at: noon }), unknown, "putting as another tenant")
  await refused(vault.hold("b", person, noon), unknown, "holding as another tenant")
  await refused(vault.erase("b", person, noon), unknown, "erasing as another tenant")
  await reads(vault, person, { name: "CANARY-1", of: "one's own person" })
}

const drawsReferences = async ({ vault }: PersonalVaultPlace): Promise<void> => {
  const people: Array<string> = []
  for (let index = 0; index < 50; index++) people.push(await introducing(vault, [name]))
  same(new Set(people).size, 50, "references of fifty people with the same fields")
  const isName = people.every((person) => nameFault("person", person) === undefined)
  holds(isName, "a reference must be a name by STORE-7, since the log holds it")
  holds(
    people.every((person) => /[0-9A-Za-z]{22}/.test(person)),
    "a reference must hold 128 random bits",
  )
}

const methods = (vault: PersonalVault) => [
  vault.introduce("a", [name], noon),
  vault.put("a", nobody, { fields: [name], at: noon }),
  reading(vault, nobody),
  vault.erase("a", nobody, noon),
  vault.hold("a", nobody, noon),
  vault.sweep("a", noon),
  vault.compact(),
]

const refusesMisuse = async ({ vault }: PersonalVaultPlace): Promise<void> => {
  const misused = { _tag: "StoreUnavailable", kind: "misused" }
  for (const tenant of ["", "A", "a b", "x".repeat(64)]) {
    await refused(vault.introduce(tenant, [name], noon), misused, "a tenant that is none")
    await refused(reading(vault, nobody, { tenant }), misused, "a tenant that is none")
    await refused(vault.erase(tenant, nobody, noon), misused, "a tenant that is none")
    await refused(vault.sweep(tenant, noon), misused, "a tenant that is none")
  }
  await refused(vault.erase("a", nobody, -1), misused, "a time that is none")
  await refused(vault.hold("a", nobody, 0.5), misused, "a time that is none")
  await refused(vault.introduce("a", [name], Number.NaN), misused, "a time that is none")
}

const endsQuietly = async ({ vault }: PersonalVaultPlace): Promise<void> => {
  await valueIn(vault.sweep("a", noon), "sweeping what is empty")
  await vault[Symbol.asyncDispose]()
  await vault[Symbol.asyncDispose]()
  for (const answer of methods(vault))
    await refused(answer, { _tag: "StoreUnavailable", kind: "disposed" }, "asking what was disposed of")
}

/** Rule VAULT-6. */
export const apart: PersonalVaultChapter = {
  rule: "VAULT-6",
  says: "tenants share nothing, and a reference says nothing of the person",
  trials: [
    { title: "another tenant's person is nobody", run: keepsTenantsApart },
    { title: "references are random and can stand in the log", run: drawsReferences },
    { title: "tenants and times that are none are refused", run: refusesMisuse },
    { title: "what was disposed of says so, and may be disposed of again", run: endsQuietly },
  ],
}
