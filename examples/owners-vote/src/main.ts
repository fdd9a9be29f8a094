import { DatabaseSync } from "node:sqlite"
import { decisionRules, noRules, resolve } from "@jinlin/core/charter"
import { judge, type OwnedUnit, ownersRoll, tallyOfCounts } from "@jinlin/core/deliberation/rules"
import { explain } from "@jinlin/messages"
import { rulePacks } from "@jinlin/rule-packs/packs"

// A vendor's own tables: 300 dwellings of 100 m², the first two with one buyer, the last 60 unsold; and who voted what.
const db = new DatabaseSync(":memory:")
db.exec(`create table dwelling (id text primary key, area_cm2 integer, buyer text);
create table vote (voter text primary key, choice text);
with recursive n(i) as (select 1 union all select i + 1 from n where i < 300)
insert into dwelling select printf('d-%03d', i), 1000000, case when i <= 240 then 'o-' || max(i, 2) end from n;
insert into vote select id, case when rowid < 150 then 'for' else 'against' end from dwelling where rowid <= 200 and rowid <> 2;
insert into vote values ('developer', 'for')`)

const units: ReadonlyArray<OwnedUnit> = db
  .prepare("select * from dwelling")
  .all()
  .map(({ area_cm2: area, buyer, id }) => ({
    ...{ unit: String(id), area: Number(area), owners: buyer === null ? [] : [String(buyer)] },
    held: buyer === null ? "unsold" : "handed-over",
  }))
const owners = ownersRoll(units, { headcount: "by-unit", developer: "developer" })
if (!owners.ok) throw new Error(JSON.stringify(owners.refusal))
const roll = owners.value
const choices = new Map(
  db
    .prepare("select * from vote")
    .all()
    .map(({ choice, voter }) => [voter, choice]),
)
const weighing = (choice?: string) =>
  roll
    .filter(({ voter }) => choice === undefined || choices.get(voter) === choice)
    .reduce((sum, { area, heads }) => ({ heads: sum.heads + heads, area: sum.area + area }), { heads: 0, area: 0 })

const law = resolve({ ...noRules, packs: ["cn.civil-code-278@2021-01-01"] }, rulePacks, "2026-11-23")
const rules = law.ok ? decisionRules(law.value, "owners-special") : law
if (!rules.ok) throw new Error(JSON.stringify(rules.refusal))
const tally = tallyOfCounts({ members: weighing(), for: weighing("for"), against: weighing("against") })
const judgement = { ...judge(rules.value, tally), tally, flips: [], setAside: [] }
for (const { text } of explain({ judgement }, { language: "en" }).lines) process.stdout.write(`${text}\n`)
