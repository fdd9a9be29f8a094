import {
  type BallotEvent,
  type BallotPaper,
  ballotNamed,
  ballot as ballotProcess,
  paperSeen,
  papers,
} from "@jinlin/core/ballot"
import {
  type DeliberationEvent,
  deliberation,
  type Matter,
  type MatterCard,
  matterBoard,
  type RegisterEntry,
  type RegisterSheet,
  registerFor,
  type StepRegister,
  stepRegister,
} from "@jinlin/core/deliberation"
import { roundOf } from "@jinlin/core/reactions"
import { type HostedView, type Keeper, listView, type Viewer } from "./hosted-view.ts"

const everybody = ["public", "parties", "staff", "auditor"] as const

/** Whether somebody presides, or keeps the papers, in a body that has a step of the matter. */
const serves = ({ actor, state }: Viewer): boolean =>
  (actor.post === "presider" || actor.post === "secretary") &&
  (state as Matter).plan?.steps.some(({ body }) => body === actor.within) === true

/** The matter as it stands, and as it stood at the end of each sitting that is over, as far as that was needed. */
const standings = ({ past, state }: Viewer): ReadonlyArray<Matter> => [state, ...past] as ReadonlyArray<Matter>

/** A sitting that is over leaves no roll in its matter: who stood on it is read in the log, for whoever claims to be a voter. */
const recalls: NonNullable<Keeper["recalls"]> = {
  mayBe: ({ actor, state }, audience) =>
    audience === "parties" && actor.post === "voter" && (state as Matter).closed.length > 0,
  isLast: (state, next) => {
    const { sitting } = state as Matter
    return sitting !== null && (next as Matter).sitting?.round !== sitting.round
  },
}

/** Whether somebody stands on the roll of the matter, or stood on that of a sitting that is over, or put it forward. */
const takesPart = (viewer: Viewer, matter: string): boolean => {
  const { person, post, within } = viewer.actor
  const { proposer } = viewer.state as Matter
  if (post === "proposer") return proposer?.person === person && proposer.within === within
  const isOnRoll = ({ sitting }: Matter) => sitting?.roll.some((voter) => voter.person === person) === true
  return post === "voter" && within === matter && standings(viewer).some(isOnRoll)
}

/** The people of a matter are those whom it names itself. */
const ofMatter: Keeper = {
  process: deliberation.process,
  subjectOf: ({ subject }) => subject,
  ownPosts: ["voter"],
  includes: (viewer, { audience, subject = "" }) =>
    audience === "staff" ? serves(viewer) : audience === "parties" && takesPart(viewer, subject),
  recalls,
}

/** Whether it is the ballot of whoever looks: their own, or one that they cast for somebody. */
const isOwn = (viewer: Viewer, paper: Pick<BallotPaper, "matter" | "round" | "voter">): boolean => {
  const { person, post, within } = viewer.actor
  if (post !== "voter" || within !== paper.matter) return false
  return standings(viewer).some((matter) => {
    const round = roundOf(matter, paper)
    return round?.voter?.person === person || round?.proxy?.person === person
  })
}

const isClosed = ({ state }: Viewer, { round, voter }: BallotPaper): boolean => {
  const phase = roundOf(state as Matter, { round, voter })?.phase
  return phase === "closed" || phase === "decided"
}

/** A ballot's people are those of its matter; of those who take part, only whose ballot it is. */
const ofBallot: Keeper = {
  process: deliberation.process,
  subjectOf: ({ matter, subject }) => (subject === undefined ? matter : ballotNamed(subject)?.matter),
  ownPosts: ["voter"],
  includes: (viewer, { audience, subject }) => {
    if (audience === "staff") return serves(viewer)
    const named = subject === undefined ? undefined : ballotNamed(subject)
    return audience === "parties" && named !== undefined && isOwn(viewer, named)
  },
  recalls,
}

/** Every matter, with where each of its steps stands. */
export const matterCards: HostedView<MatterCard> = {
  ...{ name: "deliberation.matters", process: deliberation.process, version: "1", audiences: everybody },
  keptBy: ofMatter,
  initial: matterBoard.initial,
  evolve: (card, event) => matterBoard.evolve(card as MatterCard | null, event as DeliberationEvent),
  rowsOf: (card) => (card === null ? [] : [card as MatterCard]),
  memory: () => null,
  from: ([card = null]) => card,
  show: (card) => card,
}

/** The register of every sitting of a matter. */
export const matterRegister: HostedView<RegisterSheet, RegisterEntry> = {
  ...{ name: "deliberation.register", process: deliberation.process, version: "1", audiences: everybody },
  keptBy: ofMatter,
  initial: stepRegister.initial,
  evolve: (register, event) => stepRegister.evolve(register as StepRegister, event as DeliberationEvent),
  rowsOf: (register) => (register as StepRegister).entries,
  memory: (register) => {
    const { entries: _, ...rest } = register as StepRegister
    return rest
  },
  from: (entries, rest) => ({ ...(rest as Omit<StepRegister, "entries">), entries }),
  show: (entry, audience) => {
    const [sheet] = registerFor([entry], audience)
    if (sheet === undefined) throw new Error("[jinlin] [views] a register without a sheet")
    return sheet
  },
}

/** What arrived of each voter in each round of a matter. */
export const ballotPapers: HostedView<BallotPaper> = listView<BallotPaper, BallotEvent>({
  ...{
    name: "ballot.papers",
    process: ballotProcess.process,
    version: "1",
    audiences: ["parties", "staff", "auditor"],
  },
  belongsTo: (paper, matter) => paper.matter === matter,
  prefixOf: (matter) => `${matter.replaceAll(":", "::")}:`,
  keptBy: ofBallot,
  projection: papers,
  show: (shown, _audience, viewer) =>
    shown.map((paper) =>
      paperSeen(paper, {
        isOwn: viewer !== undefined && isOwn(viewer, paper),
        isClosed: viewer !== undefined && isClosed(viewer, paper),
      }),
    ),
})
