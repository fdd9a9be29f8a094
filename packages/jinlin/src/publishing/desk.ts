import type { UnexpectedFault } from "../shell/answering.ts"
import { kindOf } from "../workers/contained.ts"
import type { Rendered } from "./rendered.ts"
import { type PublishingDesk, type RenderDisclosure, render } from "./rendering.ts"

/** What is published, with its words. */
export interface Publishing {
  /** A disclosure with its words; refused while a name that the vault knows stands in what is shown. It answers, and never throws. */
  readonly render: (asked: RenderDisclosure) => Promise<Rendered>
}

/** Publishing at this desk; whatever a port throws is answered too. Rule SHELL-12. */
export const publishingAt = (desk: PublishingDesk): Publishing => ({
  render: async (asked) => {
    try {
      return await render(desk, asked)
    } catch (thrown) {
      const fault: UnexpectedFault = { _tag: "UnexpectedFault", rule: "SHELL-12", detail: kindOf(thrown) }
      return { ok: false, refusals: [fault] }
    }
  },
})
