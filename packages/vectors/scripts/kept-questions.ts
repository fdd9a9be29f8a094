import type { Json, JsonObject } from "./json-text.ts"

/** The files of a folder by their paths. */
export type Files = ReadonlyMap<string, string>

interface Question {
  readonly question: string
  readonly answer: string
}

interface CasesFile {
  readonly process: string
  readonly asks: string
  readonly with?: Json
  readonly cases: ReadonlyArray<JsonObject & { readonly id: string }>
}

const eventsOf = (files: Files, process: string, history: Json | undefined): Json => {
  if (history === undefined || Array.isArray(history)) return history ?? null
  const { count, from } = history as { readonly from: string; readonly count: number }
  const text = files.get(`histories/${process}/${from}.json`)
  return text === undefined
    ? null
    : ((JSON.parse(text) as { events: ReadonlyArray<Json> }).events.slice(0, count) as Json)
}

const questionsIn = (files: Files): ReadonlyMap<string, Question> => {
  const known = new Map<string, Question>()
  for (const [path, text] of files) {
    if (!path.startsWith("cases/")) continue
    const { asks, cases, process, with: around } = JSON.parse(text) as CasesFile
    for (const { expect, history, id, rules: _, says: __, ...rest } of cases) {
      if (known.has(id)) throw new Error(`Two cases are called ${id}.`)
      const question = JSON.stringify([asks, around ?? null, eventsOf(files, process, history), rest])
      known.set(id, { question, answer: JSON.stringify(expect) })
    }
  }
  return known
}

/** What became of the cases that were published before. */
export interface Kept {
  readonly added: number
  /** Ids that are gone, or that name another question now: others have them in their reports. */
  readonly broken: ReadonlyArray<string>
  /** Ids whose question stands and whose answer is another one: a decision was wrong, or the rules have changed. */
  readonly answeredAnew: ReadonlyArray<string>
}

/** Compares the cases that are published with those that were generated. An id names one question for ever. */
export const keptQuestions = (before: Files, after: Files): Kept => {
  const [old, fresh] = [questionsIn(before), questionsIn(after)]
  const entries = [...old]
  return {
    added: [...fresh.keys()].filter((id) => !old.has(id)).length,
    broken: entries.filter(([id, { question }]) => fresh.get(id)?.question !== question).map(([id]) => id),
    answeredAnew: entries
      .filter(([id, { answer, question }]) => {
        const now = fresh.get(id)
        return now !== undefined && now.question === question && now.answer !== answer
      })
      .map(([id]) => id),
  }
}
