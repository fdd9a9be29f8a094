import type { StandardSchemaV1 } from "@standard-schema/spec"

/** What is wrong with an option: where, and what it must be. It repeats nothing of the value, which may be a secret. */
export interface OptionIssue {
  readonly path: ReadonlyArray<string>
  readonly message: string
}

/**
 * A Standard Schema for options of few fields, for plugins that bring no schema library: each field with what is wrong with
 * its value. A field that is not listed is an issue as well.
 */
export const optionsBy = <Options extends object>(
  issuesOf: {
    readonly [Field in keyof Options]-?: (value: unknown) => ReadonlyArray<OptionIssue>
  },
): StandardSchemaV1<Options, Options> => {
  const fields: ReadonlyArray<[string, (value: unknown) => ReadonlyArray<OptionIssue>]> = Object.entries(issuesOf)
  const isOptions = (value: unknown): value is Options => issuesIn(value).length === 0
  const issuesIn = (value: unknown): ReadonlyArray<OptionIssue> => {
    if (typeof value !== "object" || value === null) return [{ path: [], message: "must be an object of options" }]
    const strangers = Object.keys(value).filter((key) => !fields.some(([field]) => field === key))
    return [
      ...strangers.map((key) => ({ path: [key], message: "is no option" })),
      ...fields.flatMap(([field, look]) =>
        look(Reflect.get(value, field)).map(({ message, path }) => ({ path: [field, ...path], message })),
      ),
    ]
  }
  return {
    "~standard": {
      version: 1,
      vendor: "jinlin",
      validate: (value) => (isOptions(value) ? { value } : { issues: issuesIn(value) }),
    },
  }
}
