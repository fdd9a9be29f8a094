import { type Model, parseMessage, validate, visit } from "messageformat"

/** What a text in MessageFormat 2 is made of. */
export interface Anatomy {
  /** The variables that it takes from outside, without the `$`. */
  readonly variables: ReadonlyArray<string>
  /** The functions that it uses, without the `:`. */
  readonly functions: ReadonlyArray<string>
  /** What it says between its placeholders. */
  readonly words: ReadonlyArray<string>
  /** Whether it holds `{#b}` or the like, which plain text cannot show. */
  readonly hasMarkup: boolean
  /** What `:term of=…` and `:quantity unit=…` name. */
  readonly options: ReadonlyArray<readonly [name: string, value: string]>
}

/** Takes a text apart. Throws where it is not well-formed. */
export const anatomyOf = (source: string): Anatomy => {
  const model = parseMessage(source)
  const { functions, variables } = validate(model)
  const words: Array<string> = []
  const options: Array<readonly [string, string]> = []
  let hasMarkup = false
  visit(model, {
    pattern: (pattern) => void words.push(...pattern.filter((part) => typeof part === "string")),
    markup: () => {
      hasMarkup = true
    },
    options: (given) => {
      for (const [name, value] of Object.entries(given)) if (value.type === "literal") options.push([name, value.value])
    },
  })
  return { variables: [...variables].toSorted(), functions: [...functions], words, hasMarkup, options }
}

const byKind: Readonly<Record<string, unknown>> = {
  count: 3,
  position: 0,
  quantity: 3,
  area: 123_456,
  fraction: { numerator: "2", denominator: "3" },
  day: "2026-11-23",
  lastDay: "2026-11-23",
  days: ["2026-11-23"],
  time: 570,
  moment: { civilDate: "2026-11-23", minuteOfDay: 570 },
  list: ["7", "8"],
  path: ["terms", 0],
  finding: {
    rule: "TEST-1",
    holds: false,
    facts: { count: 32, of: 50, needed: 34, share: "2/3", comparison: "at-least", measure: "heads", base: "members" },
    shortBy: 2,
  },
  value: { _tag: "Count", count: 3, unit: "calendar-day" },
  cited: { instrument: "Civil Code (2020-05-28)", article: "278(2)", certainty: "law" },
  rule: "representatives-meeting/quorum.heads",
  names: ["7", "8"],
  terms: ["7", "8"],
}

type Sample = Record<string, unknown>

const put = (sample: Sample, path: string, value: unknown): Sample => {
  const [head = "", ...rest] = path.split(".")
  const inner = sample[head]
  const deeper: Sample = typeof inner === "object" && inner !== null ? (inner as Sample) : {}
  return { ...sample, [head]: rest.length === 0 ? value : put(deeper, rest.join("."), value) }
}

const valueFor = (key: string, kind: string): unknown => {
  if (Array.isArray(byKind[kind])) return key === "0" ? [] : ["7"]
  if (kind === "finding") return { ...(byKind["finding"] as object), holds: key === "true" }
  if (kind === "count") return key === "one" ? 1 : Number(key)
  return key
}

interface Use {
  readonly variable: string
  readonly kind: string
}

const usesIn = (
  model: Model.Message,
): { readonly uses: ReadonlyArray<Use>; readonly local: ReadonlyMap<string, Use> } => {
  const uses: Array<Use> = []
  const local = new Map<string, Use>()
  visit(model, {
    expression: ({ arg, functionRef }) => {
      if (arg?.type === "variable") uses.push({ variable: arg.name, kind: functionRef?.name ?? "text" })
    },
    declaration: ({ name, value }) => {
      if (value.arg?.type === "variable")
        local.set(name, { variable: value.arg.name, kind: value.functionRef?.name ?? "text" })
    },
  })
  return { uses, local }
}

/** Data for every case of a text: what its functions ask for, and each key that it matches. */
export const samplesFor = (source: string): ReadonlyArray<Sample> => {
  const model = parseMessage(source)
  const { uses, local } = usesIn(model)
  const outside = new Set(anatomyOf(source).variables)
  const plainLast = uses.toSorted((a, b) => Number(b.kind in byKind) - Number(a.kind in byKind))
  const whole = plainLast
    .toReversed()
    .filter(({ variable }) => outside.has(variable))
    .reduce<Sample>((sample, { variable, kind }) => put(sample, variable, byKind[kind] ?? "7"), {})
  if (model.type === "message") return [whole]
  return model.variants.map(({ keys }) =>
    keys.reduce<Sample>((sample, key, index) => {
      const use = local.get(model.selectors[index]?.name ?? "")
      if (key.type === "*" || use === undefined || key.value === "present") return sample
      return put(sample, use.variable, key.value === "absent" ? undefined : valueFor(key.value, use.kind))
    }, whole),
  )
}
