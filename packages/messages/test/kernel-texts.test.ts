import { readJson } from "@jinlin/core/kernel"
import {
  type Checked,
  deadlineRule,
  readCivilDate,
  readInstant,
  readZone,
  resolveDeadline,
  workCalendar,
} from "@jinlin/core/kernel/arithmetic"
import { describe, expect, test } from "vitest"
import { describeReason, describeRefusal, type Tagged } from "../src/index.ts"

const refusalOf = (checked: Checked<unknown, Tagged>): Tagged => {
  if (checked.ok) throw new Error("it was expected to be refused")
  return checked.refusal
}

/** What and remedy in one line, as a journal prints them. */
const inBoth = (checked: Checked<unknown, Tagged>): readonly [zh: string, en: string] => {
  const zh = describeRefusal(refusalOf(checked), "zh-Hans")
  const en = describeRefusal(refusalOf(checked), "en")
  expect([...zh.missing, ...en.missing]).toEqual([])
  return [zh.what + zh.remedy, `${en.what} ${en.remedy}`]
}

describe("what the kernel refuses is told to a clerk", () => {
  test.each([
    [
      "30 February",
      readCivilDate("2026-02-30"),
      "“2026-02-30”不是日期：2026年2月只有28天。日请填01至28。",
      "“2026-02-30” is not a date: month 2 of 2026 has 28 days. Give a day from 01 to 28.",
    ],
    [
      "a date without its zeros",
      readCivilDate("2026-1-3"),
      "“2026-1-3”不是日期的写法。请写四位年、两位月、两位日，中间用连字符，前后不加别的字符，例如2026-11-23。",
      "“2026-1-3” is not written as a date. Write four digits for the year, two for the month and two for the day, with hyphens between them and nothing else, such as 2026-11-23.",
    ],
    [
      "a date with a NUL behind it",
      readCivilDate("2026-11-23\0"),
      "“2026-11-23\\u{0}”不是日期的写法。请写四位年、两位月、两位日，中间用连字符，前后不加别的字符，例如2026-11-23。",
      "“2026-11-23\\u{0}” is not written as a date. Write four digits for the year, two for the month and two for the day, with hyphens between them and nothing else, such as 2026-11-23.",
    ],
    [
      "a number for a date",
      readCivilDate(20261123),
      "这里填的是数字，应当是文本。请改填文本。",
      "This is a number; a text is expected. Give a text in its place.",
    ],
    [
      "a moment that names no zone",
      readInstant("2026-11-23T09:30:00"),
      "“2026-11-23T09:30:00”没有写明时区，不能确定是哪一刻。请在末尾加上与UTC的时差：北京时间写+08:00，世界时写Z。",
      "“2026-11-23T09:30:00” does not say which time zone it is in, so that it names no moment. Add the offset from UTC at the end: +08:00 for the time of China, or Z for UTC.",
    ],
    [
      "24 o'clock",
      readInstant("2026-11-23T24:00:00+08:00"),
      "“2026-11-23T24:00:00+08:00”不是时刻：没有24时。时请填00至23；一天结束时的零点写作次日00:00。",
      "“2026-11-23T24:00:00+08:00” names no time of day: there is no hour 24. Give an hour from 00 to 23; midnight at the end of a day is 00:00 of the next day.",
    ],
    [
      "the zone Asia/Beijing, which is none",
      readZone("Asia/Beijing"),
      "“Asia/Beijing”不是时区的名称。如果是指北京时间，请写Asia/Shanghai。",
      "“Asia/Beijing” is not the name of a time zone. Write Asia/Shanghai, if the time of China is meant.",
    ],
    [
      "a field that stands twice",
      readJson('{"terms":[{"from":"a","from":"b"}]}'),
      "在terms › 第1项中，“from”这一项出现了两次。请保留正确的一项，删去另一项。",
      "The field “from” stands twice in terms › item 1. Keep the one that is right and delete the other.",
    ],
  ])("%s", (_case, checked, zh, en) => expect(inBoth(checked)).toEqual([zh, en]))

  test("a place in data is written in the characters of the reader", () =>
    expect(describeRefusal(refusalOf(readJson('{"terms":[{"from":"a","from":"b"}]}')), "zh-Hant").what).toContain(
      "terms › 第1項",
    ))
})

const day = (text: string) => {
  const date = readCivilDate(text)
  if (!date.ok) throw new Error(text)
  return date.value
}

describe("a deadline", () => {
  const source = { title: "test", published: day("2025-11-04"), url: "https://example.org" }
  const off = ["2026-10-01", "2026-10-02", "2026-10-05", "2026-10-06", "2026-10-07"].map(day)
  const calendar = workCalendar({
    id: "test",
    version: "1",
    years: [{ year: 2026, source, off, work: [day("2026-10-10")] }],
  })
  const from = { instant: 0, zone: "Asia/Shanghai", civilDate: day("2026-09-21"), minuteOfDay: 570 }

  test("tells every step of the way to it", () => {
    const deadline = calendar.ok
      ? resolveDeadline(deadlineRule(10, "calendar-day"), from, { calendar: calendar.value })
      : calendar
    const steps = deadline.ok ? deadline.value.steps : []
    expect(steps.map((step) => describeReason(step, "zh-Hans").text)).toEqual([
      "当日（2026年9月21日）不计入。",
      "2026年10月1日是休息日，休息到2026年10月7日，因此顺延到下一个工作日2026年10月8日。",
      "最后一日（2026年10月8日）到24:00截止。",
    ])
    expect(steps.map((step) => describeReason(step, "en").text)).toEqual([
      "The day itself, 21 September 2026, is not counted.",
      "1 October 2026 is a rest day, and so is every day up to 7 October 2026: the next working day, 8 October 2026, takes its place.",
      "The last day, 8 October 2026, ends at midnight (24:00).",
    ])
  })

  test("beyond the published calendar is refused with the years that there are", () => {
    const deadline = calendar.ok
      ? resolveDeadline(deadlineRule(100, "working-day"), from, { calendar: calendar.value })
      : calendar
    expect(inBoth(deadline)).toEqual([
      "日历中没有2027年的放假调休安排（现有2026年至2026年），因此没有计算。国务院办公厅公布后，请安装包含2027年的日历数据；在此之前，可以由本社区的规定允许暂定日期。",
      "The working-day arrangement of 2027 is not in the calendar: it covers 2026 to 2026. Nothing was computed. Install calendar data that has 2027 once the State Council has published it, or let the community’s policy allow a provisional date until then.",
    ])
  })
})
