/** The options of `jinlin verify`, in the order in which its help lists them. */
export const verifyOptions = {
  digest: { type: "string", example: "sha-256:5079…" },
  lang: { type: "string", example: "zh" },
  json: { type: "boolean" },
  help: { type: "boolean", short: "h" },
} as const
