/** The options of `jinlin registers`, in the order in which its help lists them. */
export const registersOptions = {
  charter: { type: "string", example: "charter.json" },
  store: { type: "string", example: "journal.sqlite" },
  tenant: { type: "string", example: "town" },
  registers: { type: "string", example: "registers" },
  lang: { type: "string", example: "zh" },
  help: { type: "boolean", short: "h" },
} as const

/** The options of `jinlin paper`, in the order in which its help lists them. */
export const paperOptions = {
  charter: { type: "string", example: "charter.json" },
  store: { type: "string", example: "journal.sqlite" },
  tenant: { type: "string", example: "town" },
  lang: { type: "string", example: "zh" },
  help: { type: "boolean", short: "h" },
} as const

/** The options of `jinlin diff`, in the order in which its help lists them. */
export const diffOptions = {
  packs: { type: "string", example: "packs" },
  on: { type: "string", example: "2026-01-01" },
  lang: { type: "string", example: "zh" },
  json: { type: "boolean" },
  help: { type: "boolean", short: "h" },
} as const
