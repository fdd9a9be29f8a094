import { csvOf } from "../csv/writing.ts"
import type { RegisterReader, RegisterVoter } from "../register.ts"
import { sayFor } from "../sheet/say.ts"
import { columns } from "./columns.ts"
import { formCode, type PaperSitting, rollCheck } from "./form-line.ts"

/**
 * An empty register for a meeting: a line for each voter of the roll, to be filled in and read by `readPaperRegister`. Told
 * which sitting it is for, it bears matter, round and a check over the roll above its columns, and the reader compares them.
 * Rules REGISTER-8 and REGISTER-10.
 */
export const paperForm = (
  roll: ReadonlyArray<Pick<RegisterVoter, "voter" | "person">>,
  reader: RegisterReader,
  sitting?: PaperSitting,
): string => {
  const say = sayFor(reader)
  const head = columns.map((column) => say.text(`register.paper.${column}`))
  const check = rollCheck(roll.map(({ voter }) => voter))
  const above =
    sitting === undefined ? [] : [[say.text("register.paper.form"), formCode({ ...sitting, roll: check }), "", ""]]
  return csvOf([...above, head, ...roll.map(({ person, voter }) => [voter, say.name(person ?? voter), "", ""])])
}
