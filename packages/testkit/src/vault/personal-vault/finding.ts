import type { NamesSought, PersonalVault } from "@jinlin/sdk"
import { refused, same, valueIn } from "../asserting.ts"
import { field, introducing, noon, type PersonalVaultChapter, type PersonalVaultPlace } from "./place.ts"

/** What stands in each text at the places that the vault finds. A vault that cannot look finds `expected`. */
const finds = async (
  { findNames }: PersonalVault,
  expected: ReadonlyArray<ReadonlyArray<string>>,
  {
    tenant = "a",
    of,
    ...sought
  }: Partial<NamesSought> & {
    readonly texts: ReadonlyArray<string>
    readonly of: string
    readonly tenant?: string
  },
): Promise<void> => {
  if (findNames === null) return
  const found = await valueIn(findNames(tenant, { fields: ["name"], at: noon, ...sought }), "looking for names")
  const words = found.map((places, index) =>
    places.map(({ at, length }) => sought.texts[index]?.slice(at, at + length) ?? ""),
  )
  same(words, expected, of)
}

const looksEverywhere = async ({ vault }: PersonalVaultPlace): Promise<void> => {
  await introducing(vault, [field("name", "林小満"), field("telephone", "13800000000")])
  await introducing(vault, [field("name", "Ana Díaz", { purpose: "visit", audiences: [] })])
  const texts = ["由林小満与Ana Díaz负责，林小満记录。", "无人", ""]
  await finds(vault, [["林小満", "Ana Díaz", "林小満"], [], []], { texts, of: "names of two people, for any purpose" })
  const telephones = { fields: ["telephone"], texts: ["电话13800000000"] }
  await finds(vault, [["13800000000"]], { ...telephones, of: "values of another field" })
  await finds(vault, [[]], { fields: [], texts: ["林小満"], of: "no field at all" })
}

const takesFormsForTheSame = async ({ vault }: PersonalVaultPlace): Promise<void> => {
  await introducing(vault, [field("name", "Ana Díaz")])
  await introducing(vault, [field("name", "林小満")])
  await introducing(vault, [field("name", "阿·买提")])
  const texts = ["ANA DIAZ", "ＡｎａＤｉ\u0301ａｚ", "林 小\u200b満", "阿买提", "Anadiaz-1", "Banana Diaz"]
  const expected = [["ANA DIAZ"], ["ＡｎａＤｉ\u0301ａｚ"], ["林 小\u200b満"], ["阿买提"], ["Anadiaz"], []]
  await finds(vault, expected, { texts, of: "width, case, accents and spaces" })
}

const findsWords = async ({ vault }: PersonalVaultPlace): Promise<void> => {
  await introducing(vault, [field("name", "Li")])
  await introducing(vault, [field("name", "王")])
  await introducing(vault, [field("name", "")])
  const texts = ["Lily, families, Li.", "国王与王先生", "𠮷Li𠮷"]
  await finds(vault, [["Li"], [], ["Li"]], { texts, of: "a word in letters, and a single character" })
}

const forgets = async ({ vault }: PersonalVaultPlace): Promise<void> => {
  const gone = await introducing(vault, [field("name", "林小満")])
  await introducing(vault, [field("name", "陈大文", { keepUntil: noon })])
  await introducing(vault, [field("name", "周子衿")], "b")
  const texts = ["林小満、陈大文、周子衿"]
  await finds(vault, [["林小満", "陈大文"]], { texts, at: noon - 1, of: "a millisecond before its time is over" })
  await finds(vault, [["林小満"]], { texts, of: "when its time is over" })
  await valueIn(vault.erase("a", gone, noon), "erasing")
  await finds(vault, [[]], { texts, of: "who was erased, and another tenant's people" })
  await finds(vault, [["周子衿"]], { texts, tenant: "b", of: "the other tenant" })
}

const many = 230

const looksAtAll = async ({ vault }: PersonalVaultPlace): Promise<void> => {
  const name = (index: number): string => `居民${String(index).padStart(4, "0")}号`
  for (let index = 0; index < many; index += 1) await introducing(vault, [field("name", name(index))])
  const texts = [name(0), name(many - 1), name(many)]
  await finds(vault, [[texts[0] ?? ""], [texts[1] ?? ""], []], {
    texts,
    of: `the first and the last of ${many} people`,
  })
}

const refusesNonsense = async ({ vault: { findNames } }: PersonalVaultPlace): Promise<void> => {
  if (findNames === null) return
  const misused = { _tag: "StoreUnavailable", kind: "misused" }
  const sought = { texts: ["x"], fields: ["name"], at: noon }
  await refused(findNames("", sought), misused, "looking for nobody's tenant")
  await refused(findNames("a", { ...sought, fields: [""] }), misused, "looking for a field without a name")
  await refused(findNames("a", { ...sought, at: Number.NaN }), misused, "looking at no time")
}

/** Rule VAULT-7. */
export const findingNames: PersonalVaultChapter = {
  rule: "VAULT-7",
  says: "what it keeps of people is found in texts, and not given out",
  trials: [
    { title: "everybody's values of a field are found, for whatever purpose", run: looksEverywhere },
    { title: "width, case, accents and spaces make no difference", run: takesFormsForTheSame },
    { title: "a word in letters is found as a word, and a single character is not looked for", run: findsWords },
    { title: "nothing is found of who was erased, of what is over, or of another tenant", run: forgets },
    { title: "however many people there are, all are looked for", run: looksAtAll },
    { title: "what is asked for is checked", run: refusesNonsense },
  ],
}
