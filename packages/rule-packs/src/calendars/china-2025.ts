import type { CalendarYear } from "@jinlin/core/kernel/arithmetic"

/** The State Council's arrangement of 2025, weekend days within a holiday included. */
export const china2025 = {
  year: 2025,
  off: [
    // New Year
    "2025-01-01",
    // Spring Festival
    "2025-01-28",
    "2025-01-29",
    "2025-01-30",
    "2025-01-31",
    "2025-02-01",
    "2025-02-02",
    "2025-02-03",
    "2025-02-04",
    // Qingming
    "2025-04-04",
    "2025-04-05",
    "2025-04-06",
    // Labour Day
    "2025-05-01",
    "2025-05-02",
    "2025-05-03",
    "2025-05-04",
    "2025-05-05",
    // Dragon Boat
    "2025-05-31",
    "2025-06-01",
    "2025-06-02",
    // National Day and Mid-Autumn
    "2025-10-01",
    "2025-10-02",
    "2025-10-03",
    "2025-10-04",
    "2025-10-05",
    "2025-10-06",
    "2025-10-07",
    "2025-10-08",
  ],
  work: ["2025-01-26", "2025-02-08", "2025-04-27", "2025-09-28", "2025-10-11"],
  source: {
    title: "国务院办公厅关于2025年部分节假日安排的通知",
    number: "国办发明电〔2024〕12号",
    url: "https://m.gmw.cn/2024-11/12/content_1303894933.htm",
    published: "2024-11-12",
    certainty: "reprint",
  },
} as const satisfies CalendarYear
