import type { RulePack } from "@jinlin/core/charter"
import civilCode from "../../packs/cn.civil-code-278@2021-01-01.json" with { type: "json" }
import buildingOwnership from "../../packs/cn.spc-building-ownership@2021-01-01.json" with { type: "json" }
import urcLawBefore from "../../packs/cn.urc-law@2018-12-29.json" with { type: "json" }
import urcLaw from "../../packs/cn.urc-law@2026-01-01.json" with { type: "json" }
import vcLawBefore from "../../packs/cn.vc-law@2018-12-29.json" with { type: "json" }
import vcLaw from "../../packs/cn.vc-law@2026-01-01.json" with { type: "json" }
import fourDeliberations from "../../packs/jinlin.four-deliberations-two-disclosures@2025-01-01.json" with {
  type: "json",
}
import fourStep from "../../packs/jinlin.four-step@2025-01-01.json" with { type: "json" }
import ownersAssembly from "../../packs/jinlin.owners-assembly@2025-01-01.json" with { type: "json" }
import residentsCouncil from "../../packs/jinlin.residents-council@2025-01-01.json" with { type: "json" }
import sixStep from "../../packs/jinlin.six-step@2025-01-01.json" with { type: "json" }
import twoDeliberations from "../../packs/jinlin.two-deliberations-two-appraisals-two-disclosures@2025-01-01.json" with {
  type: "json",
}
import villagersAssembly from "../../packs/jinlin.villagers-assembly@2025-01-01.json" with { type: "json" }

/** As TypeScript reads a JSON file: `rank` is any text to it. */
const read: ReadonlyArray<unknown> = [
  urcLawBefore,
  urcLaw,
  vcLawBefore,
  vcLaw,
  civilCode,
  buildingOwnership,
  fourStep,
  fourDeliberations,
  twoDeliberations,
  sixStep,
  residentsCouncil,
  villagersAssembly,
  ownersAssembly,
]

/**
 * Every pack of this package: laws first, each before the one that superseded it, then interpretations, then profiles.
 * Each is the JSON file of its name, read strictly by `RulePack` of `@jinlin/core/charter` when this package is tested,
 * and taken as it is here, so that nothing is decoded while a program starts.
 */
export const rulePacks = read as ReadonlyArray<RulePack>
