import type { BallotMode } from "../../kernel/decision-rules.ts"
import type { Finding } from "../../kernel/finding.ts"
import type { SetAside, Tally } from "../model.ts"

/**
 * Of a secret vote with fewer ballots than this nobody outside of the body is told how many chose what. Our default. It hangs on how
 * many voted and never on how, so that what is left out tells nothing. Rule DELIBERATION-30.
 */
export const fewestSecretBallots = 10

const secret: ReadonlyArray<string> = ["secret", "secret-papers"] satisfies ReadonlyArray<BallotMode>

/** Whether nobody may learn who chose what; null: nothing was put to the vote. */
export const isSecret = (mode: BallotMode | null): boolean => mode !== null && secret.includes(mode)

/** Whether so few voted secretly that the counts could say how one of them did. Rule DELIBERATION-30. */
export const withholdsChoices = (mode: BallotMode | null, { cast }: Pick<Tally, "cast">): boolean =>
  isSecret(mode) && cast.heads < fewestSecretBallots

/** The findings that say who came and voted, and not what. Only a quorum reads no choice, and that only where it does not ask for valid papers. */
export const withoutChoices = (findings: ReadonlyArray<Finding>): ReadonlyArray<Finding> =>
  findings.filter(({ facts, rule }) => rule === "TALLY-9" && facts["base"] !== "valid")

/** Ballots that were not counted, but for papers that said nothing: they were cast, and how many is told of a count by choice alone. */
export const withoutVoid = (setAside: ReadonlyArray<SetAside>): ReadonlyArray<SetAside> =>
  setAside.filter(({ reason }) => reason !== "void")
