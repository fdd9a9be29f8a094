import { DatabaseSync } from "node:sqlite"
import { nextInTurn, type TurnBook, termUntil } from "@jinlin/core/rotating-chair/rules"

const db = new DatabaseSync(":memory:")
db.exec(`create table chair_term (number integer primary key, unit, starts, ends);
create table seat (unit primary key, position, queued, seatedAt, lastTurn, lastRound default 0, lateIn default 0);
insert into seat values ('Coastal station', 1, 1, 0, 0, 0, 0), ('School', 2, 2, 0, 0, 0, 0), ('Clinic', 3, 3, 0, 0, 0, 0)`)
const seatsAsJson =
  db.prepare(`select json_group_array(json_object('unit', unit, 'position', position, 'queued', queued,
  'seatedAt', seatedAt, 'lastTurn', lastTurn, 'lastRound', lastRound, 'lateIn', lateIn)) as seats from seat`)

let starts: Parameters<typeof termUntil>[1] = "2026-01-31"
for (let number = 1; number <= 6; number += 1) {
  if (number === 3) db.exec("insert into seat select 'Newcomer', 4, max(queued) + 1, 2, 0, 0, 0 from seat")
  if (number === 4) db.exec("delete from seat where unit = 'School'")
  const seats: TurnBook["seats"] = JSON.parse(String(seatsAsJson.get()?.["seats"]))
  const turn = nextInTurn({ seats, owed: [], round: 1 }, { _tag: "LongestWaiting" })
  const ends = termUntil({ _tag: "Months", count: 1 }, starts, 31)
  if (turn === undefined || ends === null) break
  db.prepare("insert into chair_term values (?, ?, ?, ?)").run(number, turn.unit, starts, ends)
  db.prepare("update seat set queued = (select max(queued) + 1 from seat) where unit = ?").run(turn.unit)
  starts = ends
}
for (const term of db.prepare("select * from chair_term").all())
  process.stdout.write(`${Object.values(term).join("  ")}\n`)
