import { disclosure } from "@jinlin/core/disclosure"
import { zhHans } from "@jinlin/messages/zh-hans"
import { formsOfDisclosure, readStepForm, stepFormCsv, stepFormHtml } from "@jinlin/registers"
import { given, play } from "@jinlin/testkit"
import {
  disclosureAt,
  disclosureRules,
  disclosureStep,
  preparing,
  sceneSections,
  someDigest,
} from "@jinlin/testkit/disclosure"
import { describe, expect, it } from "vitest"

const { history, state } = play(disclosure, disclosureAt("checked"))
const around = { community: "willow", of: "disclosure-1", title: "Lights", rules: disclosureRules("2026-09-01") }
const reader = { messages: zhHans, names: (id: string) => id }
const options = { sheet: someDigest(5), documentOf: () => someDigest(6), names: reader.names }

/** The form of a posting, and the same as a clerk typed it from the signed sheet. */
const [form] = formsOfDisclosure(around, state)
if (form === undefined) throw new Error("a checked disclosure awaits a posting")
const typed = stepFormCsv(form, reader)
  .replace("录入人,", "录入人,林录入")
  .replace("代谁录入,", "代谁录入,discloser-1")
  .replace("notice-board,,,,", "notice-board,大门口,2026-09-01,张主持,李记录")

describe("paper as the site shows it", () => {
  it("REGISTER-13 REGISTER-15 a posting on paper comes back as its command, with the digest of the signed sheet", () => {
    // #region posting
    const forms = formsOfDisclosure(around, state) // what the disclosure awaits on paper now
    expect(forms.map(({ kind }) => kind)).toEqual(["posting"])
    const page = stepFormHtml(form, reader) // to print and to sign
    expect(page).toContain("disclosure-1")

    const read = readStepForm(typed, forms, options)
    expect(read).toMatchObject({ ok: true, kind: "posting", typedBy: "林录入" })
    const [entry] = read.ok ? read.entries : []
    expect(entry?.command).toEqual({
      ...{ _tag: "PostDisclosure", channel: "notice-board", place: "大门口", on: "2026-09-01" },
      evidence: someDigest(5), // the scan of the sheet that two people signed
    })
    expect(entry?.onBehalfOf).toBe("discloser-1")
    // #endregion posting
  })

  it("REGISTER-14 a form of an earlier preparation is refused with what it is of and what is awaited", () => {
    // #region another
    const [title, applicant, ...others] = sceneSections()
    const shown = applicant === undefined ? [] : [{ ...applicant, shown: true }]
    const again = given(disclosure, history).when(
      ...disclosureStep("2026-08-31", { ...preparing, sections: [title, ...shown, ...others] }),
    )
    const checked = given(disclosure, again.history).when(
      ...disclosureStep("2026-08-31", {
        _tag: "ConfirmCheck",
        document: again.state.document ?? someDigest(0),
        preparation: 2,
      }),
    )
    const read = readStepForm(typed, formsOfDisclosure(around, checked.state), options)
    expect(read.ok ? [] : read.refusal).toMatchObject([{ _tag: "FormOfAnother", rule: "REGISTER-14" }])
    // #endregion another
  })
})
