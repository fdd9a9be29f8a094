import { type Disclosure, type DisclosureCommand, disclosure, standingOf } from "@jinlin/core/disclosure"
import { play, type Walked, walk } from "@jinlin/testkit"
import {
  disclosureAt,
  disclosureStep,
  downOn,
  objectingOn,
  postingOn,
  preparing,
  sceneSubject,
  someDigest,
} from "@jinlin/testkit/disclosure"

/** One board, one site, one objection: put up on 1 September, completed on the 20th. */
const commands: ReadonlyArray<DisclosureCommand> = [
  preparing,
  { _tag: "ConfirmCheck", document: sceneSubject().digest, preparation: 1 },
  { _tag: "ConfirmCheck", document: sceneSubject().digest, preparation: 2 },
  postingOn("2026-09-01"),
  postingOn("2026-09-01", "online"),
  postingOn("2026-09-20"),
  downOn("2026-09-20", 1, "2026-09-17"),
  downOn("2026-09-20"),
  { _tag: "ConfirmHanging", posting: 1, reason: "a slip", evidence: someDigest(4) },
  objectingOn("2026-09-20", "one"),
  { _tag: "AnswerObjection", objection: "one", answer: someDigest(8) },
  { _tag: "CompleteDisclosure" },
  { _tag: "SupersedeDisclosure", by: "disclosure-2" },
  { _tag: "AbandonDisclosure", reason: "not needed" },
  {
    ...preparing,
    sections: [preparing.sections[0], ...preparing.sections.slice(1).map((one) => ({ ...one, shown: true }))],
  },
]

/** A correction that is posted, and knows the one objection. */
const correction = {
  ...standingOf("disclosure-2", play(disclosure, disclosureAt("posted")).state),
  corrects: "disclosure-1",
  objections: [
    {
      ...({ objection: "one", text: someDigest(7), receivedOn: "2026-09-01", evidence: null } as const),
      ...({ on: "2026-09-01", by: null, from: null, answered: null } as const),
    },
  ],
} as const

/** What is drawn up comes before the first posting, everything else when the period is over. */
const dayOf = (command: DisclosureCommand) => {
  if (command._tag === "PostDisclosure") return command.on
  return command._tag === "PrepareDisclosure" || command._tag === "ConfirmCheck" ? "2026-08-31" : "2026-09-20"
}

/** Two postings and two preparations are as many as every arrow needs. */
const isDeep = ({ postings, preparation }: Disclosure, { _tag }: DisclosureCommand): boolean =>
  (_tag === "PostDisclosure" && postings.length > 1) || (_tag === "PrepareDisclosure" && preparation > 1)

/** Where it stands, and whether its period runs. */
const view = ({ period, status }: Disclosure): string =>
  status === "posted" ? `posted, ${period === null ? "no period" : "period"}` : status

/** The life of a disclosure under one set of rules. */
export const disclosureWorld = (): Walked =>
  walk({
    decider: disclosure,
    commands: (state) => commands.filter((command) => !isDeep(state, command)),
    circumstances: (_state, command) => disclosureStep(dayOf(command), command, { correction })[1],
    view,
    limit: 20_000,
  })
