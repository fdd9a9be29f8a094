/** The options of `jinlin record`, in the order in which its help lists them. */
export const recordOptions = {
  charter: { type: "string", example: "charter.json" },
  store: { type: "string", example: "journal.sqlite" },
  journal: { type: "string", example: "journal.csv" },
  texts: { type: "string", example: "texts.sqlite" },
  documents: { type: "string", example: "text-1,text-2" },
  tenant: { type: "string", example: "town" },
  records: { type: "string", example: "records" },
  lang: { type: "string", example: "zh" },
  help: { type: "boolean", short: "h" },
} as const
