import { describe, expect, test } from "vitest"
import type { JournalFile, Story, StoryTask } from "../src/index.ts"
import { fairnessOf, fairnessText, type TimelineLine, timeline, timelineText } from "../src/report/index.ts"
import { smallCharter, smallStory, storyOf } from "./small-story.ts"

const layout = { width: 80, colours: false }
const story = smallStory()

/** A journal in JSON with a row on each line, the first on line 2. */
const rows = (...all: ReadonlyArray<object>): JournalFile => ({
  format: "json",
  content: `[\n${all.map((row) => JSON.stringify(row)).join(",\n")}\n]\n`,
})

/** A charter that ends with its journal. */
const endingCharter = () => {
  const { until: _until, ...charter } = smallCharter()
  return charter
}

const day = { date: "2026-01-05", actorUnit: "office" }
const founding = (conference: string, level = "community") => ({
  ...{ ...day, conference, command: "FoundConference", actor: "superior" },
  ...{ policy: "conference", level, convenor: "p-2" },
})
const admitting = (conference: string, unit: string, capacity = "member") => ({
  ...{ ...day, time: "09:20", conference, command: "AdmitUnit", actor: "convenor", actorPerson: "p-2" },
  ...{ unit, kind: "school", capacity, delegate: `p-${unit}`, alternate: null },
})
const opening = {
  ...{ ...day, date: "2026-01-06", time: "10:00", command: "OpenRota", actor: "convenor", actorPerson: "p-2" },
  ...{ policy: "chair", units: ["clinic", "school"], startsOn: "2026-01-06" },
}

const tiny = storyOf(
  endingCharter(),
  rows(founding("willow"), admitting("willow", "clinic"), admitting("willow", "school"), opening),
)

describe("a tiny story, told line for line", () => {
  test("in English", () => {
    expect(timelineText(tiny, "en", layout)).toBe(
      [
        "January 2026",
        "────────────",
        "Mon 5  09:00  meeting  The joint conference is founded at the level of the",
        "                       community, with p-2 as its convenor.",
        "                                  the body above that names the convenor; line 2",
        "       09:20  meeting  2 member units join the joint conference: Willow Bank",
        "                       Clinic and Willow Bank Primary School.",
        "                                                      the convenor; lines 3 to 4",
        "Tue 6  10:00  chair    The rota is opened; its first term begins on 6 January",
        "                       2026.",
        "              chair    2 units take their seats in the rota, in this order:",
        "                       Willow Bank Clinic and Willow Bank Primary School.",
        "              chair    3 terms are published: 1, 2 and 3.",
        "                       · Term 1 (6 January 2026 to 5 March 2026): Willow Bank",
        "                         Clinic. Its turn in round 1, by its place on the list",
        "                         (1).",
        "                       · Term 2 (6 March 2026 to 5 May 2026): Willow Bank",
        "                         Primary School. Its turn in round 1, by its place on",
        "                         the list (2).",
        "                       · Term 3 (6 May 2026 to 5 July 2026): Willow Bank Clinic.",
        "                         Its turn in round 2, by its place on the list (1).",
        "              chair    Term 1 begins on 6 January 2026: Willow Bank Clinic is in",
        "                       the chair.                           the convenor; line 5",
        "",
      ].join("\n"),
    )
  })

  test("in Chinese, whose characters take two columns", () => {
    expect(timelineText(tiny, "zh-Hans", { ...layout, width: 60 })).toBe(
      [
        "2026年1月",
        "─────────",
        "5日周一  09:00  会议  社区党建联席会议成立，由p-2担任召集",
        "                      人。           指派召集人的上级；第2行",
        "         09:20  会议  2个成员单位加入联席会议：柳岸卫生站、",
        "                      柳岸小学。        召集人；第3行至第4行",
        "6日周二  10:00  轮值  轮值表建立，自2026年1月6日起轮值。",
        "                轮值  2个单位依次列入轮值：柳岸卫生站、柳岸",
        "                      小学。",
        "                轮值  公布3个任期：第1、2、3任。",
        "                      · 第1任（2026年1月6日至2026年3月5",
        "                        日）：柳岸卫生站。第1轮，按名单轮到",
        "                        （名单第1位）。",
        "                      · 第2任（2026年3月6日至2026年5月5",
        "                        日）：柳岸小学。第1轮，按名单轮到",
        "                        （名单第2位）。",
        "                      · 第3任（2026年5月6日至2026年7月5",
        "                        日）：柳岸卫生站。第2轮，按名单轮到",
        "                        （名单第1位）。",
        "                轮值  第1任自2026年1月6日开始，柳岸卫生站任",
        "                      轮值主席。               召集人；第5行",
        "",
      ].join("\n"),
    )
  })
})

const linesAbout = (lines: ReadonlyArray<TimelineLine>, tag: string) => lines.filter((line) => line.tag === tag)

describe("the lines of a story", () => {
  const lines = timeline(story, "en")

  test("tell every event once, in the order of their moments", () => {
    expect(lines.reduce((sum, line) => sum + line.events, 0)).toBe(story.entries.length)
    const moments = lines.map(({ day, minuteOfDay }) => `${day} ${String(minuteOfDay).padStart(4, "0")}`)
    expect(moments).toEqual(moments.toSorted())
  })

  test("tell who came to a meeting in one line, with how many there could have been, and who came for whom", () => {
    const [first] = linesAbout(lines, "AttendanceRecorded")
    expect(first).toMatchObject({
      events: 3,
      text: "Meeting “the first regular meeting”: 3 of 4 member units present: Willow Bank Clinic, Willow Bank Primary School and Willow Bank Engineering Works.",
      details: ["Present through the alternate: Willow Bank Clinic."],
      grounds: "the secretary",
      cause: "lines 14 to 16",
      rules: ["CONFERENCE-21"],
    })
    expect(linesAbout(lines, "AttendanceRecorded").map(({ events }) => events)).toEqual([3, 2, 5])
  })

  test("say why a unit sits in a term, and what was counted", () => {
    const published = linesAbout(lines, "TermPublished").map(({ details, events }) => ({
      details: details.length,
      events,
    }))
    expect(published).toEqual([
      { details: 3, events: 3 },
      { details: 1, events: 1 },
      { details: 1, events: 1 },
      { details: 1, events: 1 },
    ])
    expect(linesAbout(lines, "MeetingFoundQuorate")[0]?.text).toContain("3 of 4 member units are present")
    expect(linesAbout(lines, "ResolutionLost")[0]?.details).toEqual([expect.stringContaining("3 of 4 member units")])
  })

  test("name what set them going, by which right, and the rules behind both", () => {
    expect(linesAbout(lines, "UnitSeated").at(-1)).toMatchObject({
      cause: "followed by REACTION-1",
      grounds: "the system itself",
      rules: ["REACTION-1"],
    })
    expect(linesAbout(lines, "TermBegun")[0]).toMatchObject({ cause: "fell due by CHAIR-10", rules: ["CHAIR-10"] })
    expect(linesAbout(lines, "MeetingFoundQuorate")[0]).toMatchObject({
      cause: "line 17",
      grounds: "Willow Bank Clinic (alternate)",
      rules: ["CONFERENCE-21", "CONFERENCE-10"],
    })
    expect(linesAbout(lines, "TurnsSwapped")[0]).toMatchObject({
      grounds: "the secretary, typing for another",
    })
  })

  test("speak with the names that the reader brings", () => {
    const [first] = timeline(tiny, { language: "en", names: (id) => id.toUpperCase() }).filter(
      ({ tag }) => tag === "UnitAdmitted",
    )
    expect(first?.text).toBe("2 member units join the joint conference: CLINIC and SCHOOL.")
  })

  test("name the conference where it is not the community's own, and part the attendance of neither", () => {
    const two = storyOf(
      endingCharter(),
      rows(
        founding("willow"),
        founding("office", "subdistrict"),
        admitting("willow", "clinic"),
        admitting("office", "clinic"),
        admitting("willow", "school"),
        admitting("office", "works", "observer"),
      ),
    )
    const admitted = linesAbout(timeline(two, "en"), "UnitAdmitted")
    expect(admitted.map(({ conference, events }) => [conference, events])).toEqual([
      ["willow", 2],
      ["office", 1],
      ["office", 1],
    ])
    expect(timelineText(two, "en", { ...layout, width: 120 })).toContain(
      "meeting  office: The joint conference is founded",
    )
  })

  test("tell what the system could not do, and what would let it", () => {
    const moment = {
      instant: 1_768_500_000_000,
      zone: "Asia/Shanghai",
      civilDate: "2026-01-16",
      minuteOfDay: 0,
    } as const
    const task: StoryTask = {
      moment,
      conference: "willow",
      process: "rotating-chair",
      rule: "REACTION-1",
      command: "SeatUnit",
      refusals: [
        { _tag: "UnitAlreadySeated", rule: "CHAIR-12", unit: "school", position: 2 } as StoryTask["refusals"][number],
      ],
    }
    const line = timeline({ ...tiny, tasks: [task] }, "en").at(-1)
    expect(line).toMatchObject({ kind: "left-to-a-person", events: 0, cause: "followed by REACTION-1" })
    expect(line?.text).toMatch(/^The system could not do this by itself and leaves it to a person: /)
    expect(line?.details[0]).toContain("Willow Bank Primary School")
  })

  test("are none where nothing happened", () => {
    const nothing: Story = { ...tiny, entries: [] }
    expect(timeline(nothing, "en")).toEqual([])
    expect(timelineText(nothing, "en", layout)).toBe("")
    expect(fairnessText({ ...nothing, standings: new Map() }, "en", layout)).toBe("")
  })
})

describe("the turns of each unit", () => {
  test("stand in the order of the seats, those who left behind them, whatever was counted", () => {
    expect(fairnessOf(story, "willow").rows.map(({ turns, unit }) => [unit, turns])).toEqual([
      ["clinic", 2],
      ["school", 0],
      ["services", 0],
      ["bank", 0],
      ["works", 0],
      ["property", 1],
    ])
  })

  test("are a table of text", () => {
    expect(fairnessText(story, "zh-Hans", layout)).toBe(
      [
        "柳岸社区：各单位任次",
        "单位                      已任  待任  代任  缓任  放弃  未到  待补  最长",
        "                                                                    等待",
        "柳岸卫生站                   2     0     0     0     0     0     0     3",
        "柳岸小学                     0     1     0     1     0     0     0     4",
        "柳岸综合服务公司             0     1     0     0     0     1     0     1",
        "柳岸储蓄所                   0     0     0     0     0     0     0     3",
        "柳岸机械厂（已不在列）       0     0     0     0     0     0     0     3",
        "柳岸物业公司（已不在列）     1     0     0     0     0     0     0     2",
        "自始至终列入轮值的单位，已任次数最多相差2次。各行按席位先后排列；等待的长短以任",
        "期计。",
        "",
      ].join("\n"),
    )
  })

  test("are never called a ranking", () => {
    for (const language of ["zh-Hans", "zh-Hant", "en"] as const)
      expect(fairnessText(story, language, layout)).not.toMatch(/rank|best|worst|score|top|排名|名次|得分|评分|評分/i)
  })
})
