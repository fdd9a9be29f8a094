/** Which ballot: of which voter, in which round of which matter. */
export interface BallotName {
  readonly matter: string
  readonly round: number
  readonly voter: string
}

/** Colons of an id are doubled, so that a single one parts two ids. */
const doubled = (id: string): string => id.replaceAll(":", "::")
const single = (text: string): string => text.replaceAll("::", ":")

/** A round of a matter as a part of names: `m-1:3`. No two rounds share one. */
const roundName = (matter: string, round: number): string => `${doubled(matter)}:${round}`

/** The subject of a ballot's stream: `matter:round:voter`, with the colons of ids doubled. No two ballots share one (BALLOT-1). */
export const ballotSubject = (matter: string, round: number, voter: string): string =>
  `${roundName(matter, round)}:${doubled(voter)}`

/** The scope in which the ballots of a round are claimed, and the name of its ballot box: `ballot/matter:round`. */
export const roundScope = (matter: string, round: number): string => `ballot/${roundName(matter, round)}`

/** The ballot that a subject names; undefined: it names none. */
export const ballotNamed = (subject: string): BallotName | undefined => {
  // Doubled colons come in even numbers; only a colon that parts two ids makes a run of them odd.
  const [first, second, ...others] = [...subject.matchAll(/:+/g)].filter(([run]) => run.length % 2 === 1)
  if (first === undefined || second === undefined || others.length > 0) return undefined
  const matter = single(subject.slice(0, first.index + first[0].length - 1))
  const round = subject.slice(first.index + first[0].length, second.index)
  const voter = single(subject.slice(second.index + 1))
  const isName = matter !== "" && voter !== "" && /^[1-9][0-9]{0,14}$/.test(round)
  return isName ? { matter, round: Number(round), voter } : undefined
}
