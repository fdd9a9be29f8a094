import { deliberation, type MatterPlan } from "@jinlin/core/deliberation"
import { digestOf, digestOfSections } from "@jinlin/core/kernel"
import { en } from "@jinlin/messages/en"
import { publicRecord, type RecordDocument, recordHtml, recordText, verifyRecord } from "@jinlin/public-record"
import { play } from "@jinlin/testkit"
import { deliberationStep, sceneSteps, session } from "@jinlin/testkit/deliberation"
import { describe, expect, it } from "vitest"

/** What was decided: one section for everybody, one that says who asked for it. */
const words: RecordDocument = {
  sections: [
    { name: "lead", salt: "8f1d0c5a72be49d3a6605e1f94c7b2d0", text: "Six lamps at the east gate." },
    { name: "applicant", salt: "1b9e64f07ac2483d95d8f1a3507e6c42", text: "Asked for by flat 301 of building 3." },
  ],
}
const commitments = words.sections.map(({ name, salt, text }) => {
  const digest = digestOf({ name, salt, text })
  if (!digest.ok) throw new Error(`no commitment for ${name}`)
  return { name, commitment: digest.value }
})
const [first, ...others] = commitments
if (first === undefined) throw new Error("a text has a section")
const text = digestOfSections([first, ...others])

const plan: MatterPlan = { list: "one-step", steps: [sceneSteps.propose] }
const { history, refused } = play(deliberation, [
  deliberationStep("2026-03-02", { _tag: "OpenMatter", title: "Lights at the gate", about: null, text, plan }),
  ...session({
    ...{ step: "propose", set: "party-committee", calledOn: "2026-03-02", sitsOn: "2026-03-09" },
    ...{ voters: 7, for: 5, against: 1 },
  }),
])

/** The file of the record, and the digest that the notice on the board prints. */
const kept = (() => {
  // #region make
  const made = publicRecord(
    { deliberations: [{ id: "matter-1", events: history }], disclosures: [] },
    {
      community: "willow",
      asOf: "2026-04-01",
      documents: [words],
      released: [{ document: text, sections: ["lead"] }], // somebody has read it for personal information
    },
  )
  if (!made.ok) throw new Error(JSON.stringify(made.refusal))
  const file = recordText(made.value) // record.json, for whoever wants to recompute
  const page = recordHtml(made.value, { messages: en }) // one page, for everybody
  // #endregion make
  return { file, page, digest: made.value.digest }
})()

describe("the public record as the site shows it", () => {
  it("RECORD-3 RECORD-6 RECORD-10 shows what is for everybody, and nobody", () => {
    expect(refused).toEqual([])
    // #region shown
    for (const open of [kept.file, kept.page]) {
      expect(open).toContain("Six lamps at the east gate.")
      expect(open).not.toContain("flat 301") // blacked out: its commitment stands there instead
      expect(open).not.toContain("1b9e64f07ac2483d95d8f1a3507e6c42") // and nobody has its salt to try words with
      expect(open).not.toContain("voter-1") // nor is anybody in it who voted
    }
    // #endregion shown
  })

  it("RECORD-11 RECORD-15 is recomputed offline, and says what was not looked at", () => {
    // #region verify
    const { checks, holds, unchecked } = verifyRecord(kept.file, { digest: kept.digest })
    expect(holds).toBe(true)
    expect(checks.map(({ check }) => check)).toContain("outcome") // the vote was counted again from the record
    expect(unchecked.map((one) => one.unchecked)).toEqual(["law", "voters", "blacked-out"])
    // #endregion verify
  })

  it("RECORD-9 whoever changes a number is found out, in the part where it stands", () => {
    // #region changed
    const changed = kept.file.replace('"against":1', '"against":0')
    const { checks, holds } = verifyRecord(changed)
    expect(holds).toBe(false)
    expect(checks.find((one) => !one.holds)).toMatchObject({ check: "part-digest", part: "deliberations.0" })
    // #endregion changed
  })
})
