import { DuckDBConnection } from "@duckdb/node-api"
import type { Electorate, Totals } from "./electorate.ts"

const lastOfEach = `
  SELECT code, CAST(sum(heads) AS BIGINT), CAST(sum(area) AS BIGINT)
  FROM (SELECT voter, arg_max(code, seq) AS code FROM ballots GROUP BY voter) JOIN roll USING (voter)
  GROUP BY code ORDER BY code`

const fill = async (connection: DuckDBConnection, { area, codes, heads, voters }: Electorate): Promise<void> => {
  await connection.run("CREATE TABLE roll (voter INTEGER, heads INTEGER, area BIGINT)")
  await connection.run("CREATE TABLE ballots (seq INTEGER, voter INTEGER, code TINYINT)")
  const roll = await connection.createAppender("roll")
  for (const [voter, one] of heads.entries()) {
    roll.appendInteger(voter)
    roll.appendInteger(one)
    roll.appendBigInt(BigInt(area[voter] ?? 0))
    roll.endRow()
  }
  roll.closeSync()
  const ballots = await connection.createAppender("ballots")
  for (const [seq, voter] of voters.entries()) {
    ballots.appendInteger(seq)
    ballots.appendInteger(voter)
    ballots.appendTinyInt(codes[seq] ?? 0)
    ballots.endRow()
  }
  ballots.closeSync()
}

/** DuckDB in memory, with as many threads as it likes; its tables stand before it is measured. */
export const byDuckdb = async (electorate: Electorate): Promise<() => Promise<Totals>> => {
  const connection = await DuckDBConnection.create()
  await fill(connection, electorate)
  return async () => {
    const rows = (await connection.runAndReadAll(lastOfEach)).getRows().map((row) => row.map(Number))
    const [[, h1 = 0, a1 = 0] = [], [, h2 = 0, a2 = 0] = [], [, h3 = 0, a3 = 0] = []] = rows
    return [h1, a1, h2, a2, h3, a3]
  }
}
