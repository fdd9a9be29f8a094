import { indented, itemPerLine, type Json, type JsonObject } from "./json-text.ts"
import { dateFiles } from "./kernel/dates.ts"
import { deadlineFiles } from "./kernel/deadlines.ts"
import { digestFiles } from "./kernel/digests.ts"
import { numberFiles } from "./kernel/numbers.ts"
import type { KernelFile } from "./kernel/question.ts"
import { conferenceAuthority, rotaAuthority } from "./scenarios/authority.ts"
import { ballotAuthority } from "./scenarios/ballot/authority.ts"
import { ballotNames } from "./scenarios/ballot/names.ts"
import { ballotScripts } from "./scenarios/ballot/scripts.ts"
import { ballotWalks } from "./scenarios/ballot/walks.ts"
import { coGovernanceScripts } from "./scenarios/co-governance/scripts.ts"
import { coGovernanceAuthority, tellCoGovernanceScript } from "./scenarios/co-governance/telling.ts"
import { coGovernanceWalks } from "./scenarios/co-governance/walks.ts"
import { covenantScripts } from "./scenarios/covenant/scripts.ts"
import { covenantAuthority, tellCovenantScript } from "./scenarios/covenant/telling.ts"
import { covenantWalks } from "./scenarios/covenant/walks.ts"
import { matterAuthority } from "./scenarios/deliberation/authority.ts"
import { matterScripts } from "./scenarios/deliberation/scripts.ts"
import { sittings } from "./scenarios/deliberation/sittings.ts"
import { tallies } from "./scenarios/deliberation/tallies.ts"
import { tellMatterScript } from "./scenarios/deliberation/telling.ts"
import { matterWalks } from "./scenarios/deliberation/walks.ts"
import { disclosureScripts } from "./scenarios/disclosure/scripts.ts"
import { disclosureAuthority, tellDisclosureScript } from "./scenarios/disclosure/telling.ts"
import { disclosureWalks } from "./scenarios/disclosure/walks.ts"
import { eastLakeYear } from "./scenarios/east-lake.ts"
import { conferenceScripts } from "./scenarios/joint-conference/scripts.ts"
import { tellBallotScript, tellConferenceScript, tellRotaScript } from "./scenarios/lines.ts"
import { rotaScripts } from "./scenarios/rotating-chair/scripts.ts"
import { type Case, caseId, reference, type Told, tell } from "./scenarios/scenario.ts"
import {
  ballot,
  coGovernance,
  covenant,
  deliberation,
  disclosure,
  jointConference,
  rotatingChair,
} from "./scenarios/subjects.ts"
import { conferenceWalks, rotaWalks } from "./scenarios/walks.ts"
import { circumstancesSchema, forbiddenSchema, groundsSchema, vectorsSchema } from "./schemas/kernel.ts"
import { kinds, type Process, processes, schemaOfProcess } from "./schemas/processes.ts"

/** Everything that is told of one process. */
export interface ProcessVectors {
  readonly process: Process
  /** Written by hand, each in a file of its own. */
  readonly scripts: ReadonlyArray<Told>
  /** Drawn by lot, all in one file of cases. */
  readonly walks: ReadonlyArray<Told>
  readonly authority: ReadonlyArray<Case>
}

const year = { name: "east-lake", says: "A year of a community: the example of this repository, row by row." }
const named = (scripts: ReadonlyArray<Told>, name: string): Told => {
  const found = scripts.find((script) => script.name === name)
  if (found === undefined) throw new Error(`There is no scenario ${name}.`)
  return found
}

/** Asks our deciders everything. */
export const tellAll = (): ReadonlyArray<ProcessVectors> => {
  const { toConference, toRota } = eastLakeYear()
  const conferences = [...conferenceScripts.map(tellConferenceScript), tell(jointConference, year, toConference)]
  const matters = matterScripts.map(tellMatterScript)
  const rotas = [...rotaScripts.map(tellRotaScript), tell(rotatingChair, year, toRota)]
  return [
    {
      process: "joint-conference",
      scripts: conferences,
      walks: conferenceWalks(14).map((walk) => tell(jointConference, walk, walk.asked)),
      authority: conferenceAuthority(named(conferences, "sitting")),
    },
    {
      process: "rotating-chair",
      scripts: rotas,
      walks: rotaWalks(40).map((walk) => tell(rotatingChair, walk, walk.asked)),
      authority: rotaAuthority(named(rotas, "turns")),
    },
    {
      process: "ballot",
      scripts: ballotScripts.map(tellBallotScript),
      walks: ballotWalks(24).map((walk) => tell(ballot, walk, walk.asked)),
      authority: ballotAuthority(),
    },
    {
      process: "deliberation",
      scripts: matters,
      walks: matterWalks(21).map((walk) => tell(deliberation, walk, walk.asked)),
      authority: matterAuthority(named(matters, "four-steps")),
    },
    ...ofPublicity(),
  ]
}

/** What goes together: what is disclosed, a matter with two deliberations, a covenant. */
const ofPublicity = (): ReadonlyArray<ProcessVectors> => {
  const disclosures = disclosureScripts.map(tellDisclosureScript)
  const pairs = coGovernanceScripts.map(tellCoGovernanceScript)
  const covenants = covenantScripts.map(tellCovenantScript)
  return [
    {
      process: "disclosure",
      scripts: disclosures,
      walks: disclosureWalks(10).map((walk) => tell(disclosure, walk, walk.asked)),
      authority: disclosureAuthority(named(disclosures, "plain")),
    },
    {
      process: "co-governance",
      scripts: pairs,
      walks: coGovernanceWalks(10).map((walk) => tell(coGovernance, walk, walk.asked)),
      authority: coGovernanceAuthority(named(pairs, "together")),
    },
    {
      process: "covenant",
      scripts: covenants,
      walks: covenantWalks(10).map((walk) => tell(covenant, walk, walk.asked)),
      authority: covenantAuthority(named(covenants, "taking-over")),
    },
  ]
}

/** The files of the kernel's cases. */
export const kernelFiles: ReadonlyArray<KernelFile> = [...dateFiles, ...numberFiles, ...digestFiles, ...deadlineFiles]

/** The files of single questions of processes. */
const questionFiles: ReadonlyArray<KernelFile> = [ballotNames, tallies, sittings]

const foldRule: Readonly<Record<Process, string>> = {
  "joint-conference": "CONFERENCE-22",
  "rotating-chair": "CHAIR-8",
  ballot: "BALLOT-2",
  deliberation: "DELIBERATION-23",
  disclosure: "DISCLOSURE-18",
  "co-governance": "COGOVERNANCE-22",
  covenant: "COVENANT-18",
}

const stateCases = ({ process, scripts, walks }: ProcessVectors): ReadonlyArray<Case> =>
  [...scripts, ...walks].map(({ events, name, state }, index) => ({
    id: caseId(process, "states", index + 1),
    says: `The state at the end of ${name}.`,
    rules: [foldRule[process]],
    history: reference(name, events.length),
    expect: { state },
  }))

const casesFile = (head: { process: string; asks: string; says: string }, cases: ReadonlyArray<Case>): string =>
  itemPerLine({ ...head, cases: cases as ReadonlyArray<Json> })

const filesOfProcess = (told: ProcessVectors): ReadonlyArray<readonly [path: string, text: string]> => {
  const { authority, process, scripts, walks } = told
  const folder = `cases/${process}`
  const decided = (says: string, cases: ReadonlyArray<Case>) => casesFile({ process, asks: "decide", says }, cases)
  return [
    ...scripts.map(({ cases, name, says }) => [`${folder}/${name}.json`, decided(says, cases)] as const),
    [
      `${folder}/walks.json`,
      decided(
        "Stories drawn by lot, from fixed seeds.",
        walks.flatMap(({ cases }) => cases),
      ),
    ],
    [`${folder}/authority.json`, casesFile({ process, asks: "authority", says: "Who may ask what." }, authority)],
    [
      `${folder}/states.json`,
      casesFile({ process, asks: "state", says: "What the events lead to." }, stateCases(told)),
    ],
    ...[...scripts, ...walks].map(
      ({ events, name, says, states }) =>
        [`histories/${process}/${name}.json`, itemPerLine({ process, history: name, says, events, states })] as const,
    ),
  ]
}

const schemaFiles = (): ReadonlyArray<readonly [path: string, schema: JsonObject]> => [
  ...processes.flatMap((process) => [
    ...kinds.map((kind) => [`schemas/${process}/${kind}.json`, schemaOfProcess(process, kind)] as const),
    [`schemas/${process}/circumstances.json`, circumstancesSchema(process)] as const,
  ]),
  ["schemas/kernel/grounds.json", groundsSchema],
  ["schemas/kernel/forbidden.json", forbiddenSchema],
  ["schemas/vectors.json", vectorsSchema],
]

/** Every generated file of this package by its path in it. */
export const generatedFiles = (told: ReadonlyArray<ProcessVectors>): ReadonlyMap<string, string> =>
  new Map([
    ...schemaFiles().map(([path, schema]) => [path, indented(schema)] as const),
    ...[...kernelFiles, ...questionFiles].map(
      ({ asks, cases, name, process, says, with: around }) =>
        [
          `cases/${process}/${name}.json`,
          itemPerLine({
            process,
            asks,
            says,
            ...(around && { with: around }),
            cases: cases as ReadonlyArray<Json>,
          }),
        ] as const,
    ),
    ...told.flatMap(filesOfProcess),
  ])
