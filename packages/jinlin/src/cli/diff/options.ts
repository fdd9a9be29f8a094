/** The options of `jinlin diff`, in the order in which its help lists them. */
export const diffOptions = {
  packs: { type: "string", example: "packs" },
  from: { type: "string", example: "2025-12-31" },
  to: { type: "string", example: "2026-01-01" },
  lang: { type: "string", example: "zh" },
  json: { type: "boolean" },
  help: { type: "boolean", short: "h" },
} as const
