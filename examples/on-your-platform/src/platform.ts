import { consoleNotifier } from "@jinlin/notify-console"
import { sqliteStore, sqliteTextStore } from "@jinlin/store-sqlite"
import { createJinlin, type Jinlin, type JinlinConfig, readCharter } from "jinlin"
import { directory } from "./people.ts"
import { rules } from "./rules.ts"

const charter = readCharter({
  ...{ charter: 1, community: "willow", zone: "Asia/Shanghai", policies: {} },
  names: {
    willow: { "zh-Hans": "柳荫社区", en: "Willow Community" },
    school: { "zh-Hans": "柳荫小学", en: "Willow Primary School" },
    clinic: { "zh-Hans": "柳荫卫生站", en: "Willow Clinic" },
  },
  rules,
})

type Given = Partial<JinlinConfig>

// #region open
/** One file, your users, one channel. A test gives a clock of its own. */
export const openPlatform = async (file: string, given: Given = {}): Promise<Jinlin> => {
  if (!charter.ok) throw new Error(JSON.stringify(charter.refusal))
  const created = await createJinlin({
    store: sqliteStore({ file }),
    texts: sqliteTextStore({ file }),
    directory,
    notifiers: [consoleNotifier()],
    charter: charter.value,
    ...given,
  })
  if (!created.ok) throw new Error(JSON.stringify(created.refusals))
  return created.value
}
// #endregion open
