import { done, type FindNames, type PersonalField, type PersonalVault } from "@jinlin/sdk"
import { openMemoryPersonalVault } from "@jinlin/store-memory"
import { describe, expect, it } from "vitest"
import { personalVaultChapters } from "./personal-vault/index.ts"
import { runPortTrial } from "./trial.ts"

type Breaking = (vault: PersonalVault) => Partial<PersonalVault> & { readonly toJSON?: () => string }

/** The rules whose trials a vault does not pass. */
const rulesBroken = async (breaking: Breaking): Promise<ReadonlyArray<string>> => {
  const broken = new Set<string>()
  const masterKey = new Uint8Array(32).fill(9)
  const open = async () => {
    const opened = await openMemoryPersonalVault({ masterKey })
    if (!opened.ok) throw new Error(opened.failure._tag)
    const { value } = opened
    return { masterKey, vault: { ...value, ...breaking(value) }, close: () => value[Symbol.asyncDispose]() }
  }
  for (const { rule, trials } of personalVaultChapters)
    for (const trial of trials.filter(({ needs }) => needs === undefined))
      await runPortTrial(open, trial).catch(() => broken.add(rule))
  return [...broken]
}

/** Keeps every field as if all of it could be read by one audience for one purpose. */
const flattened = (change: Partial<PersonalField>) => (fields: ReadonlyArray<PersonalField>) =>
  fields.map((field) => ({ ...field, ...change }))

const keeping =
  (change: (fields: ReadonlyArray<PersonalField>) => ReadonlyArray<PersonalField>): Breaking =>
  (vault) => ({
    introduce: (tenant, fields, at) => vault.introduce(tenant, change(fields), at),
    put: (tenant, person, { at, fields }) => vault.put(tenant, person, { at, fields: change(fields) }),
  })

/** Remembers, beside the vault, something of what was asked. */
const forgetting: Breaking = (vault) => {
  const erased = new Map<string, number>()
  return {
    erase: async (tenant, person, at) => {
      const answer = await vault.erase(tenant, person, at)
      if (answer.ok) erased.set(person, at)
      return answer.ok ? done({ person, at: erased.get(person) ?? at }) : answer
    },
  }
}

const numbered: Breaking = (vault) => {
  const people: Array<string> = []
  const real = (person: string): string => people[Number(person.slice(2)) - 1] ?? person
  return {
    introduce: async (tenant, fields, at) => {
      const answer = await vault.introduce(tenant, fields, at)
      if (answer.ok) people.push(answer.value)
      return answer.ok ? done(`p-${people.length}`) : answer
    },
    read: (tenant, person, wish) => vault.read(tenant, real(person), wish),
    put: (tenant, person, change) => vault.put(tenant, real(person), change),
    erase: (tenant, person, at) => vault.erase(tenant, real(person), at),
    hold: (tenant, person, until) => vault.hold(tenant, real(person), until),
  }
}

const finding = ({ findNames }: PersonalVault): FindNames => {
  if (findNames === null) throw new Error("a vault that cannot look")
  return findNames
}

const vaults: ReadonlyArray<readonly [what: string, rule: string, breaking: Breaking]> = [
  ["reads for every purpose", "VAULT-1", keeping(flattened({ purpose: "notice" }))],
  ["reads to every audience", "VAULT-1", keeping(flattened({ audiences: ["secretariat"] }))],
  ["keeps for ever", "VAULT-1", keeping(flattened({ keepUntil: null }))],
  [
    "reads a millisecond too long",
    "VAULT-1",
    (vault) => ({
      read: (tenant, person, wish) => vault.read(tenant, person, { ...wish, at: Math.max(0, wish.at - 1) }),
    }),
  ],
  [
    "normalizes what it is given",
    "VAULT-1",
    keeping((fields) => fields.map((field) => ({ ...field, value: field.value.normalize("NFC") }))),
  ],
  ["sweeps nothing", "VAULT-1", () => ({ sweep: async () => done(0) })],
  ["knows no hold", "VAULT-2", () => ({ hold: async () => done(null) })],
  [
    "ends a hold a millisecond late",
    "VAULT-2",
    (vault) => ({ hold: (tenant, person, until) => vault.hold(tenant, person, until === null ? null : until + 1) }),
  ],
  [
    "sweeps who is held",
    "VAULT-2",
    (vault) => {
      const held = new Map<string, number | null>()
      return {
        hold: async (tenant, person, until) => {
          const answer = await vault.hold(tenant, person, until)
          if (answer.ok) held.set(`${tenant} ${person}`, until)
          return answer
        },
        sweep: async (tenant, at) => {
          for (const [place] of held) await vault.hold(tenant, place.split(" ")[1] ?? "", null)
          const answer = await vault.sweep(tenant, at)
          for (const [place, until] of held) await vault.hold(tenant, place.split(" ")[1] ?? "", until)
          return answer
        },
      }
    },
  ],
  ["gives another receipt the second time", "VAULT-3", forgetting],
  [
    "takes the fields and goes on with the person",
    "VAULT-3",
    (vault) => ({
      erase: async (tenant, person, at) => {
        const answer = await vault.put(tenant, person, { at, fields: [] })
        return answer.ok ? done({ person, at }) : answer
      },
    }),
  ],
  [
    "says what it was handed in when it refuses",
    "VAULT-4",
    (vault) => ({
      introduce: async (tenant, fields, at) => {
        const answer = await vault.introduce(tenant, fields, at)
        if (answer.ok) return answer
        return { ok: false, failure: { ...answer.failure, detail: JSON.stringify([tenant, fields]) } }
      },
    }),
  ],
  [
    "shows its master key when it is printed",
    "VAULT-4",
    () => ({ toJSON: () => new Uint8Array(32).fill(9).toString() }),
  ],
  [
    "knows every tenant's people",
    "VAULT-6",
    (vault) => ({ read: (tenant, person, wish) => vault.read(tenant === "b" ? "a" : tenant, person, wish) }),
  ],
  ["counts people", "VAULT-6", numbered],
  ["finds nobody", "VAULT-7", () => ({ findNames: async (_tenant, { texts }) => done(texts.map(() => [])) })],
  ["finds another tenant's people", "VAULT-7", (vault) => ({ findNames: (_, sought) => finding(vault)("a", sought) })],
  [
    "finds what is kept no longer",
    "VAULT-7",
    (vault) => ({ findNames: (tenant, sought) => finding(vault)(tenant, { ...sought, at: 0 }) }),
  ],
  [
    "finds in the first text alone",
    "VAULT-7",
    (vault) => ({
      findNames: (tenant, { texts, ...sought }) =>
        finding(vault)(tenant, { ...sought, texts: texts.map((text, index) => (index === 0 ? text : "")) }),
    }),
  ],
  [
    "looks for names alone",
    "VAULT-7",
    (vault) => ({ findNames: (tenant, sought) => finding(vault)(tenant, { ...sought, fields: ["name"] }) }),
  ],
]

describe("a vault that is broken is caught", () => {
  it.each(vaults)("when it %s, by %s", async (_, rule, breaking) => {
    expect(await rulesBroken(breaking)).toContain(rule)
  })

  it("and one that is whole is not", async () => {
    expect(await rulesBroken(() => ({}))).toEqual([])
  })
})
