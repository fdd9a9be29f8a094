import type { Preparation } from "./row.ts"

/** Rows that are made ready together, by the names that `--only` finds. Each group is loaded only when it is wanted. */
export const groups: ReadonlyArray<{ readonly ids: ReadonlyArray<string>; readonly load: () => Promise<Preparation> }> =
  [
    {
      ids: ["swap", "interest", "begin-term", "attendance"],
      load: async () => (await import("./commands/rows.ts")).commandRows,
    },
    { ids: ["order-of-turn"], load: async () => (await import("./order-of-turn/rows.ts")).orderOfTurnRows },
    { ids: ["term-dates"], load: async () => (await import("./term-dates/rows.ts")).termDateRows },
    { ids: ["working-days"], load: async () => (await import("./working-days/rows.ts")).workingDayRows },
    { ids: ["event-reading"], load: async () => (await import("./event-reading/rows.ts")).eventReadingRows },
    { ids: ["journal"], load: async () => (await import("./journal/rows.ts")).journalRows },
    { ids: ["ballots", "ballots-running"], load: async () => (await import("./ballots/rows.ts")).ballotRows },
    {
      ids: ["sqlite-command", "sqlite-in-flight", "sqlite-replay"],
      load: async () => (await import("./sqlite/rows.ts")).sqliteRows,
    },
    {
      ids: ["gzip-rules", "gzip-chair", "gzip-core"],
      load: async () => (await import("./bundles/rows.ts")).bundleRows,
    },
  ]
