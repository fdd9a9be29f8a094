import { describe, expect, test } from "vitest"
import { readMoment } from "./moment-schema.ts"
import { momentAt, offsetOf, readZone } from "./zone.ts"

describe("TIME-5: a zone is an IANA name, and the core knows its shape only", () => {
  test.each([
    "Asia/Shanghai",
    "Asia/Hong_Kong",
    "UTC",
    "Etc/GMT-8",
    "America/Argentina/Buenos_Aires",
    "America/Port-au-Prince",
  ])("%s is accepted", (zone) => {
    expect(readZone(zone)).toEqual({ ok: true, value: zone })
  })

  test.each([
    "Asia/Beijing",
    "asia/beijing",
    "Asia/Tianjin",
    "CST",
    "UTC+8",
    "UTC+08:00",
    "GMT+8",
    "+08:00",
    "+8",
    "China Standard Time",
    "Beijing",
    "PRC",
  ])("%s is refused, with Asia/Shanghai as the hint", (zone) => {
    expect(readZone(zone)).toEqual({
      ok: false,
      refusal: { _tag: "UnknownZone", rule: "TIME-5", zone, hint: "Asia/Shanghai" },
    })
  })

  test.each(["", "EST", "Z", "UTC+9", "+09:00", "Asia/", "/Shanghai", "Asia/Shang hai", "Asia/Shanghai\n", "A/B/C/D"])(
    "%j is refused without a hint",
    (zone) => {
      const read = readZone(zone)
      expect(read.ok ? "accepted" : read.refusal).toMatchObject({ _tag: "UnknownZone", rule: "TIME-5" })
      expect(read.ok ? "accepted" : read.refusal).not.toHaveProperty("hint")
    },
  )

  test("what is no text, or far too long, is refused", () => {
    expect(readZone(8)).toEqual({
      ok: false,
      refusal: { _tag: "WrongType", rule: "READ-1", expected: ["string"], got: "number" },
    })
    expect(readZone(`Asia/${"a".repeat(59)}`).ok).toBe(true)
    expect(readZone(`Asia/${"a".repeat(60)}`)).toMatchObject({ ok: false, refusal: { _tag: "UnknownZone" } })
  })
})

describe("TIME-6: a moment's wall clock belongs to its instant", () => {
  const noon = momentAt(1_795_406_400_000, "Asia/Shanghai", 480)

  test("four in the morning UTC is noon in Shanghai, and midnight there begins the next day", () => {
    expect(noon).toEqual({
      instant: 1_795_406_400_000,
      zone: "Asia/Shanghai",
      civilDate: "2026-11-23",
      minuteOfDay: 720,
    })
    expect(momentAt(1_795_406_400_000 + 43_199_999, "Asia/Shanghai", 480)).toMatchObject({
      civilDate: "2026-11-23",
      minuteOfDay: 1439,
    })
    expect(momentAt(1_795_406_400_000 + 43_200_000, "Asia/Shanghai", 480)).toMatchObject({
      civilDate: "2026-11-24",
      minuteOfDay: 0,
    })
    expect(offsetOf(noon)).toBe(480)
  })

  test.each([
    ["2026-11-23", 1200, true],
    ["2026-11-23", 1201, false],
    ["2026-11-22", 720, true],
    ["2026-11-22", 719, false],
  ] as const)("on %s at minute %i, 16 hours from UTC are the limit: %s", (civilDate, minuteOfDay, fits) => {
    expect(readMoment({ ...noon, civilDate, minuteOfDay }).ok).toBe(fits)
  })

  test("a wall clock that belongs to no zone is refused with its distance from UTC", () => {
    expect(readMoment({ ...noon, civilDate: "2026-11-22", minuteOfDay: 0 })).toEqual({
      ok: false,
      refusal: [
        {
          path: [],
          refusal: { _tag: "ClockMismatch", rule: "TIME-6", offsetMinutes: -1680, limitMinutes: 960 },
        },
      ],
    })
  })

  test("every field that is wrong is named", () => {
    const read = readMoment({ instant: 0.5, zone: "CST", civilDate: "2026-11-31", minuteOfDay: 1440, extra: 1 })
    expect(read.ok ? [] : read.refusal.map(({ path, refusal }) => [path.join("."), refusal._tag])).toEqual([
      ["extra", "UnknownField"],
      ["instant", "OutOfBounds"],
      ["zone", "UnknownZone"],
      ["civilDate", "InvalidDate"],
      ["minuteOfDay", "OutOfBounds"],
    ])
  })

  test("a number out of bounds is answered with its bounds, and what is no number with the kind", () => {
    expect(readMoment({ ...noon, minuteOfDay: 1440 })).toEqual({
      ok: false,
      refusal: [
        {
          path: ["minuteOfDay"],
          refusal: { _tag: "OutOfBounds", rule: "READ-5", expected: "a whole number from 0 to 1439" },
        },
      ],
    })
    expect(readMoment({ ...noon, instant: "0" })).toMatchObject({
      refusal: [{ path: ["instant"], refusal: { _tag: "WrongType", expected: ["number"], got: "string" } }],
    })
    expect(readMoment(momentAt(253_402_300_799_999, "UTC", 0)).ok).toBe(true)
    expect(readMoment(momentAt(-62_135_596_800_000, "UTC", 0)).ok).toBe(true)
  })

  test.each([
    ["instant", -62_135_596_800_001],
    ["instant", 253_402_300_800_000],
    ["instant", "0"],
    ["instant", Number.NaN],
    ["minuteOfDay", -1],
    ["minuteOfDay", 0.5],
  ])("a %s of %j is refused", (field, value) => {
    expect(readMoment({ ...noon, [field]: value })).toMatchObject({ ok: false, refusal: [{ path: [field] }] })
  })
})
