/** Which sitting a paper register belongs to. */
export interface PaperSitting {
  readonly matter: string
  readonly round: number
}

/** What a form bears above its columns: its sitting, and a check over the roll for which it was made. */
export interface PaperFormLine extends PaperSitting {
  readonly roll: string
}

/** What the cell in front of it is called in each of our languages. */
const headings: ReadonlySet<string> = new Set(["登记表编号", "登記表編號", "form"])

/** Whether a row is the line of a form and not that of its columns. */
export const isFormLine = (cells: ReadonlyArray<string>): boolean =>
  headings.has((cells[0] ?? "").trim().toLowerCase()) && (cells[1] ?? "").includes("@")

/** FNV-1a over the text, from a beginning of one's own, as eight hexadecimal digits. */
const checked = (text: string, begin: number): string => {
  let sum = begin
  for (let at = 0; at < text.length; at += 1) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193)
  return (sum >>> 0).toString(16).padStart(8, "0")
}

/**
 * A check over the ids of a roll, whatever their order: another roll has another one. It finds a mix-up, and is no proof against
 * somebody who means to deceive: that is the digest of the signed sheet. Rule REGISTER-10.
 */
export const rollCheck = (voters: Iterable<string>): string => {
  const text = [...new Set(voters)].sort().join("\n")
  return `roll-${checked(text, 0x811c9dc5)}${checked(text, 0x01234567)}`
}

/** The line of a form as its cell has it. No id has the sign between its parts, and no spreadsheet takes it for a number. */
export const formCode = ({ matter, roll, round }: PaperFormLine): string => `${matter}@${round}@${roll}`

/** The line of a form, read; nothing where it is none. */
export const readFormCode = (code: string): PaperFormLine | undefined => {
  const [, matter, round, roll] = /^([^@]+)@([0-9]{1,9})@(roll-[0-9a-f]{16})$/.exec(code) ?? []
  if (matter === undefined || round === undefined || roll === undefined) return undefined
  return { matter, round: Number(round), roll }
}
