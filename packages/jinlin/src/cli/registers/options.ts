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
  print: { type: "string", example: "m-1" },
  paper: { type: "string", example: "paper" },
  sheet: { type: "string", example: "2" },
  "record-digest": { type: "string", example: "sha-256:…" },
  scan: { type: "string", example: "scan.pdf" },
  lang: { type: "string", example: "zh" },
  help: { type: "boolean", short: "h" },
} as const
