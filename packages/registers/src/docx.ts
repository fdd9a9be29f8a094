import { Packer } from "docx"
import { documentOf } from "./minutes/document.ts"
import { repacked } from "./minutes/repack.ts"
import type { RegisterReader, StepRegister } from "./register.ts"
import { sheetOf } from "./sheet/write-sheet.ts"

export type {
  RegisterMark,
  RegisterNames,
  RegisterReader,
  RegisterVoter,
  SittingData,
  StepRegister,
  VoterWithReason,
} from "./register.ts"

/**
 * A register as minutes in DOCX, to be signed, edited or filed. The same register gives the same bytes. It needs the
 * library `docx`, which only this entry loads. Rule REGISTER-7.
 */
export const registerDocx = async (register: StepRegister, reader: RegisterReader): Promise<Uint8Array> => {
  const { calledOn, decidedOn } = register.sitting
  const packed = await Packer.toArrayBuffer(documentOf(sheetOf(register, reader)))
  return repacked(new Uint8Array(packed), decidedOn ?? calledOn)
}
