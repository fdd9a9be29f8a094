import { ballotSubject, roundScope } from "@jinlin/core/ballot"
import { ask, type KernelFile } from "../../kernel/question.ts"

/** How the stream of a ballot is called, and the scope in which the voter is claimed. */
export const ballotNames: KernelFile = ask({
  process: "ballot",
  name: "names",
  asks: "name a ballot",
  says: "The subject of a ballot's stream, and the scope of its claim, which is the name of the box too.",
  rules: ["BALLOT-1"],
  puts: [
    { says: "Three names, with a colon between them.", input: { matter: "lift", round: 2, voter: "flat-1" } },
    { says: "Colons of an id are doubled.", input: { matter: "a:b", round: 1, voter: "c:d" } },
    { says: "So that this one is another.", input: { matter: "a", round: 1, voter: "b:1:c:d" } },
    { says: "A colon at the end of the matter.", input: { matter: "a:", round: 12, voter: "b" } },
    { says: "A colon at the beginning of the voter.", input: { matter: "a", round: 12, voter: ":b" } },
    { says: "Colons in a row.", input: { matter: "a::b", round: 3, voter: ":::" } },
  ],
  answer: ({ matter, round, voter }) => ({
    value: { subject: ballotSubject(matter, round, voter), scope: roundScope(matter, round) },
  }),
})
