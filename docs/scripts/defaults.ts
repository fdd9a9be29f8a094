import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { conferencePolicyDefaults } from "@jinlin/core/joint-conference"
import { rotaPolicyDefaults } from "@jinlin/core/rotating-chair"
import policies from "../src/data/policies.json" with { type: "json" }
import { type Language, languages } from "../src/inclusion/language.ts"

type Names = Readonly<Record<string, Readonly<Record<Language, string>> | undefined>>

/** One choice of a community: the field of the policy, what it is called, and what it is unless the community says otherwise. */
interface Default {
  readonly field: string
  readonly name: string
  readonly value: string
}

/** The defaults as the code has them, by process. */
const defaults = { "joint-conference": conferencePolicyDefaults, "rotating-chair": rotaPolicyDefaults } as const

/** What a value is looked up by: a threshold as `more-than 1/2 of members`, a tagged choice by its tag, all else as it is written. */
const keyOf = (value: unknown): string => {
  if (typeof value !== "object" || value === null) return String(value)
  if ("_tag" in value) return String(value._tag)
  const { share, comparison, base } = value as { share: Record<string, string>; comparison: string; base: string }
  return `${comparison} ${share["numerator"]}/${share["denominator"]} of ${base}`
}

const named = (names: Names, key: string, language: Language): string => {
  const name = names[key]?.[language]
  if (name === undefined)
    throw new Error(`[jinlin] [docs] docs/src/data/policies.json lacks "${key}" in ${language}. Add it there.`)
  return name
}

const defaultsOf = (process: keyof typeof defaults, language: Language): ReadonlyArray<Default> =>
  Object.entries(defaults[process]).map(([field, value]) => ({
    field,
    name: named(policies[process], field, language),
    value: typeof value === "number" ? String(value) : named(policies.values, keyOf(value), language),
  }))

/** Writes the defaults of every policy into a folder. Throws where `policies.json` lacks a word. */
export const writeDefaults = (folder: string): void => {
  for (const process of Object.keys(defaults) as ReadonlyArray<keyof typeof defaults>) {
    for (const language of languages) {
      const found = `${JSON.stringify(defaultsOf(process, language), null, 2)}\n`
      writeFileSync(join(folder, `${process}.defaults.${language}.json`), found)
    }
  }
}
