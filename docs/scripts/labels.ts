import type { Walked } from "@jinlin/testkit"
import labels from "../src/data/labels.json" with { type: "json" }
import type { Language } from "../src/inclusion/language.ts"

type Names = Readonly<Record<string, Readonly<Record<Language, string>>>>
type Labels = Readonly<Record<string, { readonly looks: Names; readonly commands: Names }>>

/** A transition as a reader of one language sees it. */
interface NamedTransition {
  readonly from: string
  readonly command: string
  /** The command's name in the code. */
  readonly tag: string
  readonly to: string
}

/** What a walk found, in words of one language. `looks` pairs each look's id with its name. */
export interface NamedWalk {
  readonly looks: ReadonlyArray<{ readonly id: string; readonly name: string }>
  readonly transitions: ReadonlyArray<NamedTransition>
}

const nameIn = (names: Names | undefined, id: string, language: Language, place: string): string => {
  const name = names?.[id]?.[language]
  if (name === undefined) {
    throw new Error(
      `[jinlin] [docs] docs/src/data/labels.json: ${place} lacks "${id}" in ${language}. Add its name there.`,
    )
  }
  return name
}

/** Names everything that was found. Throws where the labels lack a word in this language. */
export const namedIn = (language: Language, process: string, walked: Walked): NamedWalk => {
  const { looks, commands } = (labels as Labels)[process] ?? {}
  const look = (id: string): string => nameIn(looks, id, language, `${process}.looks`)
  return {
    looks: walked.looks.map((id) => ({ id, name: look(id) })),
    transitions: walked.transitions.map(({ from, command, to }) => ({
      from: look(from),
      command: nameIn(commands, command, language, `${process}.commands`),
      tag: command,
      to: look(to),
    })),
  }
}
