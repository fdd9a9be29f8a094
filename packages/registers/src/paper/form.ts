import { csvOf } from "../csv/writing.ts"
import type { RegisterReader, RegisterVoter } from "../register.ts"
import { sayFor } from "../sheet/say.ts"
import { columns } from "./columns.ts"

/** An empty register for a meeting: a line for each voter of the roll, to be filled in and read by `readPaperRegister`. */
export const paperForm = (
  roll: ReadonlyArray<Pick<RegisterVoter, "voter" | "person">>,
  reader: RegisterReader,
): string => {
  const say = sayFor(reader)
  const head = columns.map((column) => say.text(`register.paper.${column}`))
  return csvOf([head, ...roll.map(({ person, voter }) => [voter, say.name(person ?? voter), "", ""])])
}
