import { deliberation } from "@jinlin/core/deliberation"
import { play } from "@jinlin/testkit"
import { describe, expect, test } from "vitest"
import { digestOnNotice, recordText } from "../src/index.ts"
import { forged, setIn } from "./forged.ts"
import { around, histories } from "./hard-case.ts"
import { made } from "./made.ts"
import { withdrawnAtOnce } from "./small-case.ts"

describe("the digest on a notice", () => {
  test("RECORD-19 is given of a record that holds and is of the matter, and of no other", () => {
    const record = made({ deliberations: [{ id: "m-1", events: play(deliberation, withdrawnAtOnce).history }] })
    const file = recordText(record)
    const { matter } = record.parts.matter.content
    expect(digestOnNotice(file, matter)).toEqual({ ok: true, value: record.digest })
    expect(digestOnNotice(new TextEncoder().encode(file), matter)).toEqual({ ok: true, value: record.digest })
    for (const of of record.parts.matter.content.deliberations) expect(digestOnNotice(file, of).ok).toBe(true)
    expect(digestOnNotice(file, "another")).toMatchObject({
      ok: false,
      refusal: { _tag: "RecordOfAnother", rule: "RECORD-19", matter: "another" },
    })
    const { title } = record.parts.matter.content
    expect(digestOnNotice(file.replace(title, `${title}!`), matter)).toMatchObject({
      ok: false,
      refusal: { _tag: "RecordDoesNotHold", rule: "RECORD-19" },
    })
    expect(digestOnNotice("{}", matter)).toMatchObject({ ok: false, refusal: { _tag: "RecordDoesNotHold" } })
  })

  test("RECORD-19 is not given of a record that lacks what the end of the matter rests on", () => {
    const whole = made(histories, around)
    const file = forged(whole, (parts) => {
      setIn(parts, "disclosures", [])
      setIn(parts, "matter.content.disclosures", [])
      setIn(parts, "calendars", [])
    })
    expect(digestOnNotice(recordText(whole), "matter-1")).toEqual({ ok: true, value: whole.digest })
    expect(digestOnNotice(file, "matter-1")).toEqual({
      ok: false,
      refusal: { _tag: "RecordIncomplete", rule: "RECORD-19", part: "coGovernance" },
    })
  })
})
