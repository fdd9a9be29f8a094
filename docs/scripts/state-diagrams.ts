import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { instance } from "@viz-js/viz"
import { languages } from "../src/inclusion/language.ts"
import type { Picture } from "./draw.ts"
import { svgOf } from "./draw.ts"
import type { NamedWalk } from "./labels.ts"
import { namedIn } from "./labels.ts"
import { worlds } from "./worlds/worlds.ts"

/** One arrow between two boxes, however many commands lead there; what leads nowhere stands inside the box, behind ↻. */
const pictureOf = ({ looks, transitions }: NamedWalk, comma: string): Picture => {
  const idOf = new Map(looks.map(({ id, name }) => [name, id]))
  const arrows = new Map<string, { from: string; to: string; lines: Array<string> }>()
  for (const { from, command, to } of transitions.filter((one) => one.from !== one.to)) {
    const key = JSON.stringify([from, to])
    const arrow = arrows.get(key) ?? { from: idOf.get(from) ?? from, to: idOf.get(to) ?? to, lines: [] }
    arrow.lines.push(command)
    arrows.set(key, arrow)
  }
  const boxes = looks.map(({ id, name }) => {
    const stays = transitions.filter(({ from, to }) => from === name && to === name).map(({ command }) => command)
    return { id, name, stays: stays.length === 0 ? "" : `↻ ${stays.join(comma)}` }
  })
  return { boxes, arrows: [...arrows.values()] }
}

/** Draws every world into a folder. Throws where a world is larger than its limit, or a label is missing. */
export const drawStateDiagrams = async (folder: string): Promise<void> => {
  const viz = await instance()
  for (const [world, explore] of Object.entries(worlds)) {
    const walked = explore()
    if (!walked.complete) {
      throw new Error(
        `[jinlin] [docs] the world of ${world} is larger than its limit. Make it smaller: fewer units, terms or commands.`,
      )
    }
    for (const language of languages) {
      const named = namedIn(language, world, walked)
      const picture = pictureOf(named, language === "en" ? ", " : "、")
      const table = { ...named, states: walked.states }
      writeFileSync(join(folder, `${world}.${language}.svg`), svgOf(viz, picture))
      writeFileSync(join(folder, `${world}.${language}.json`), `${JSON.stringify(table, null, 2)}\n`)
    }
    process.stdout.write(`[jinlin] docs: ${world}: ${walked.states} states, ${walked.transitions.length} transitions\n`)
  }
}
