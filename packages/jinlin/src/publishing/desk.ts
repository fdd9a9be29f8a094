import type { UnexpectedFault } from "../shell/answering.ts"
import { kindOf } from "../workers/contained.ts"
import { type MakeRecord, type RecordDesk, type RecordMade, recordOf } from "./recording.ts"
import type { Rendered } from "./rendered.ts"
import { type RenderDisclosure, render } from "./rendering.ts"

/** What is published, with its words. */
export interface Publishing {
  /** A disclosure with its words; refused while a name that the vault knows stands in what is shown. It answers, and never throws. */
  readonly render: (asked: RenderDisclosure) => Promise<Rendered>
  /** The public record of a matter: who decided what under which rule, as everybody may read it and recompute it. It never throws. */
  readonly record: (asked: MakeRecord) => Promise<RecordMade>
}

/** Answers, whatever a port throws. Rule SHELL-12. */
const answered = async <Answer>(
  answer: () => Promise<Answer>,
): Promise<Answer | { readonly ok: false; readonly refusals: [UnexpectedFault] }> => {
  try {
    return await answer()
  } catch (thrown) {
    return { ok: false, refusals: [{ _tag: "UnexpectedFault", rule: "SHELL-12", detail: kindOf(thrown) }] }
  }
}

/** Publishing at this desk; whatever a port throws is answered too. Rule SHELL-12. */
export const publishingAt = (desk: RecordDesk): Publishing => ({
  render: (asked) => answered(() => render(desk, asked)),
  record: (asked) => answered(() => recordOf(desk, asked)),
})
