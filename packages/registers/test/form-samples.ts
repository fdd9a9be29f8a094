import { zhHans } from "@jinlin/messages/zh-hans"
import type { CovenantState, DisclosureState, MatterState, RegisterReader, StepForm } from "../src/index.ts"
import { formsOfCovenant, formsOfDisclosure, formsOfMatter, sittingOf } from "../src/index.ts"

const law = {
  instrument: "Urban Residents' Committee Organization Law (2025-10-28)",
  article: "34",
  certainty: "law",
} as const

const ours = { instrument: "jinlin", certainty: "our-default" } as const

/** A digest of one digit. */
export const digest = (digit: string): `sha-256:${string}` => `sha-256:${digit.repeat(64)}`

/** Names as a host would give them. */
export const reader: RegisterReader = {
  messages: zhHans,
  names: (id) => (id === "willow" ? "柳树社区" : id.replace(/^p-/, "居民")),
}

/** A matter of twelve voters, one of them recused; null: its ballot is not open yet. */
export const matter = (mode: string | null = "show-of-hands"): MatterState & { readonly sitting: object } => ({
  ...{ status: "open", title: "修缮二号楼外墙", text: digest("a"), revision: 2, at: "resolve", closed: [{}, {}] },
  plan: {
    steps: [
      { step: "review", body: "community-party-organization", sets: ["party-committee"] },
      { step: "resolve", body: "residents-assembly", sets: ["representatives-meeting"] },
    ],
  },
  sitting: {
    ...{ round: 3, step: "resolve", calledOn: "2026-03-05", sitsOn: "2026-03-20", urgent: null },
    rules: {
      ...{ set: "representatives-meeting", notice: { days: 10, citation: ours } },
      ballot: { modes: ["show-of-hands", "secret-papers"] },
    },
    roll: Array.from({ length: 12 }, (_, at) => ({ voter: `r-${at + 1}`, person: `p-${at + 1}` })),
    ...{ recusals: [{ voter: "r-12" }], present: ["r-1"], presentCount: null, named: null, counted: null },
    ballot: mode === null ? null : { mode, motion: { _tag: "Adopt" }, closesOn: "2026-03-20", closedAt: null },
  },
})

/** A disclosure that has hung for a day. */
export const disclosure: DisclosureState = {
  ...{ status: "posted", matter: "m-1", what: "decision", document: digest("b"), preparation: 2 },
  rules: { period: { days: 15, citation: law }, required: { channels: ["notice-board", "online"] } },
  postings: [{ channel: "notice-board", place: "一号门内公开栏", on: "2026-03-21" }],
  period: { from: { civilDate: "2026-03-21" }, lastDay: "2026-04-07" },
  objections: [{ objection: "o1-1" }],
}

/** A covenant whose draft lies open, with one version that is not filed. */
export const covenant: CovenantState = {
  ...{ status: "open", kind: "residents-covenant", title: "柳树社区居民公约" },
  draft: {
    ...{ draft: 2, phase: "commenting", document: digest("c"), comments: [{ comment: "c1-1" }] },
    round: {
      ...{ round: 1, openedOn: "2026-03-01", until: "2026-03-16" },
      offered: ["dogs", "parking", "noise"].map((name) => ({ name })),
    },
  },
  versions: [
    {
      ...{ version: 1, document: digest("d"), decidedOn: "2026-01-10", filed: null },
      filing: { required: true, lastDay: "2026-02-09", citation: { ...law, article: "31" } },
    },
  ],
}

/** What is handed in beside the states. */
export const around = { community: "willow", of: "m-1" }

/** The forms of a disclosure that stands. */
export const disclosureForms = (state: DisclosureState = disclosure): ReadonlyArray<StepForm> =>
  formsOfDisclosure({ community: "willow", of: "d-1", title: "修缮二号楼外墙", recordDigest: digest("e") }, state)

/** The forms of a covenant. */
export const covenantForms = (state: CovenantState = covenant): ReadonlyArray<StepForm> =>
  formsOfCovenant({ community: "willow", of: "k-1" }, state)

/** The sitting that the samples are of. */
export const sitting = (mode?: string) => {
  const found = sittingOf(around, matter(mode))
  if (found === null) throw new Error("the sample has a sitting")
  return found
}

/** One form of each kind. */
export const everyForm: ReadonlyArray<StepForm> = [
  ...formsOfMatter(around, { ...matter(), sitting: null }),
  ...formsOfMatter(around, matter(null)).slice(0, 2),
  ...formsOfMatter(around, matter()),
  ...disclosureForms(),
  ...covenantForms(),
]
