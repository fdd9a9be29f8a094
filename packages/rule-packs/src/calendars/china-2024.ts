import type { CalendarYear } from "@jinlin/core/kernel/arithmetic"

/** The State Council's arrangement of 2024, weekend days within a holiday included. */
export const china2024 = {
  year: 2024,
  off: [
    // New Year
    "2024-01-01",
    // Spring Festival
    "2024-02-10",
    "2024-02-11",
    "2024-02-12",
    "2024-02-13",
    "2024-02-14",
    "2024-02-15",
    "2024-02-16",
    "2024-02-17",
    // Qingming
    "2024-04-04",
    "2024-04-05",
    "2024-04-06",
    // Labour Day
    "2024-05-01",
    "2024-05-02",
    "2024-05-03",
    "2024-05-04",
    "2024-05-05",
    // Dragon Boat
    "2024-06-10",
    // Mid-Autumn
    "2024-09-15",
    "2024-09-16",
    "2024-09-17",
    // National Day
    "2024-10-01",
    "2024-10-02",
    "2024-10-03",
    "2024-10-04",
    "2024-10-05",
    "2024-10-06",
    "2024-10-07",
  ],
  work: [
    "2024-02-04",
    "2024-02-18",
    "2024-04-07",
    "2024-04-28",
    "2024-05-11",
    "2024-09-14",
    "2024-09-29",
    "2024-10-12",
  ],
  source: {
    title: "国务院办公厅关于2024年部分节假日安排的通知",
    number: "国办发明电〔2023〕7号",
    url: "http://paper.people.com.cn/rmrb/html/2023-10/26/nw.D110000renmrb_20231026_3-06.htm",
    published: "2023-10-25",
    certainty: "reprint",
  },
} as const satisfies CalendarYear
