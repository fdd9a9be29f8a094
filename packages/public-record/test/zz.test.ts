import { writeFileSync } from "node:fs"
import { en } from "@jinlin/messages/en"
import { zhHans } from "@jinlin/messages/zh-hans"
import { test } from "vitest"
import { publicRecord, recordHtml, recordText, verifyRecord } from "../src/index.ts"
import { around, histories } from "./hard-case.ts"
const zh: Record<string,string> = { willow: "柳树社区", "party-committee": "小区党支部", "residents-meeting": "小区居民会议", "unit-3": "近邻物业公司", "owners-committee": "业主委员会", "compound-party-branch": "小区党支部", subdistrict: "东湖街道办事处", lead: "第一条", parking: "第二条", applicant: "提出人", contact: "联系方式", cost: "费用", text: "正文", council: "协商议事会", residents: "居民表决", owners: "业主表决", confer: "共治议", "community-1": "柳树社区" }
test("x", () => { const r = publicRecord(histories, around); if (!r.ok) throw new Error("no")
 writeFileSync("/tmp/rec.json", recordText(r.value))
 const z = recordHtml(r.value, { messages: zhHans, names: (id) => zh[id] ?? id })
 const e = recordHtml(r.value, { messages: en })
 writeFileSync("/tmp/rec.zh.html", z); writeFileSync("/tmp/rec.en.html", e)
 console.log(z.match(/\[[a-z][^\]<]*\]/g), e.match(/\[[a-z][^\]<]*\]/g), z.length) })
