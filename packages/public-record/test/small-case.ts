import { deliberationStep } from "@jinlin/testkit/deliberation"
import { joint } from "./stories.ts"
import { digestOfWords } from "./texts.ts"

/** A matter that is put forward and taken back: the smallest record. */
export const withdrawnAtOnce = [
  deliberationStep("2026-03-02", {
    ...{ _tag: "OpenMatter", title: "Lights", about: null, text: digestOfWords({ lead: "Lights at the gate." }) },
    plan: joint,
  }),
  deliberationStep("2026-03-03", { _tag: "WithdrawMatter", reason: "done already" }),
]
