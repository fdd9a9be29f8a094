import { buildingOwnership, civilCode } from "./owners.ts"
import {
  fourDeliberations,
  fourStep,
  ownersAssembly,
  residentsCouncil,
  sixStep,
  twoDeliberations,
  villagersAssembly,
} from "./profiles.ts"
import { urcLaw2018, urcLaw2026 } from "./urc-law.ts"
import { vcLaw2018, vcLaw2026 } from "./vc-law.ts"

const tables: Readonly<Record<string, string>> = {
  "cn.urc-law@2018-12-29": urcLaw2018,
  "cn.urc-law@2026-01-01": urcLaw2026,
  "cn.vc-law@2018-12-29": vcLaw2018,
  "cn.vc-law@2026-01-01": vcLaw2026,
  "cn.civil-code-278@2021-01-01": civilCode,
  "cn.spc-building-ownership@2021-01-01": buildingOwnership,
  "jinlin.four-step@2025-01-01": fourStep,
  "jinlin.four-deliberations-two-disclosures@2025-01-01": fourDeliberations,
  "jinlin.two-deliberations-two-appraisals-two-disclosures@2025-01-01": twoDeliberations,
  "jinlin.six-step@2025-01-01": sixStep,
  "jinlin.residents-council@2025-01-01": residentsCouncil,
  "jinlin.villagers-assembly@2025-01-01": villagersAssembly,
  "jinlin.owners-assembly@2025-01-01": ownersAssembly,
}

const linesOf = (table: string): ReadonlyArray<string> => {
  const lines: Array<string> = []
  let article = ""
  for (const line of table.split("\n").filter((one) => one.trim() !== "")) {
    if (!line.startsWith(" ")) article = line.trim()
    else lines.push(`${article}: ${line.trim().replaceAll(/ +/g, " ")}`)
  }
  return lines.sort()
}

/** Of each pack, its rules as `article: key value bound certainty`, sorted; `law` is not written. */
export const expectedRules: ReadonlyMap<string, ReadonlyArray<string>> = new Map(
  Object.entries(tables).map(([pack, table]) => [pack, linesOf(table)]),
)
