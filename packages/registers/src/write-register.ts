import { sheetRows } from "./csv/sheet-rows.ts"
import { csvOf } from "./csv/writing.ts"
import { pageOf } from "./html/page.ts"
import type { RegisterReader, StepRegister } from "./register.ts"
import { sheetOf } from "./sheet/write-sheet.ts"

/** A register as one printable page: no script, no other file, everything escaped. Rule REGISTER-4. */
export const registerHtml = (register: StepRegister, reader: RegisterReader): string =>
  pageOf(sheetOf(register, reader))

/** A register as CSV with a byte order mark; no cell of it is ever calculated. Rule REGISTER-5. */
export const registerCsv = (register: StepRegister, reader: RegisterReader): string =>
  csvOf(sheetRows(sheetOf(register, reader)))
