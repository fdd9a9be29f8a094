import type { Finding } from "./finding.ts"
import type { Workspace } from "./workspace.ts"

/** A word that must not stand in some files. The patterns are written so that they do not match themselves. */
interface Ban {
  readonly pattern: RegExp
  readonly where: (path: string) => boolean
  readonly wrong: string
  readonly remedy: string
}

const everywhere = (): boolean => true

const isNeutral = (path: string): boolean => /^packages\/(core|sdk)\/src\//.test(path)

const bans: ReadonlyArray<Ban> = [
  {
    pattern: /whistle[-_ ]?blow/i,
    where: everywhere,
    wrong: "takes a call for help for a denunciation",
    remedy: "Say `WhistleCall`, a call for help (吹哨)",
  },
  {
    pattern:
      /[东東]湖|east[-_ ]?lake|福州|fu[z]hou|[长長][乐樂]区?區?|\bchang[l]e\b|文武砂|wen[w]usha|[乐樂]聚力|悦海[湾灣]|悅海灣|碧海[银銀][滩灘]/i,
    where: isNeutral,
    wrong: "uses a word of one city",
    remedy: "Say it neutrally here; the words of one city live in rule packs, messages and examples",
  },
  {
    pattern: /(?<![A-Za-z0-9._~%@\-\])}>])\/(?:work|tmp|root|farm|home\/[a-z]\w*|Users\/\w+)\//,
    where: everywhere,
    wrong: "names a path of one machine",
    remedy: "Write it from the root of the workspace, or take it from the environment",
  },
  {
    pattern: /\b[A-Z]:\\{1,2}(?:Users|work|tmp)\b/,
    where: everywhere,
    wrong: "names a path of one machine",
    remedy: "Write it from the root of the workspace, or take it from the environment",
  },
  {
    pattern: /registry\.(?:npm|yarn)|npm[m]irror\.|(?:^|[\s:@])registry\s*=\s*["']?https?:/,
    where: everywhere,
    wrong: "names the address of a registry",
    remedy: "Leave it to the settings of whoever installs",
  },
]

const isText = (text: string): boolean => !text.slice(0, 8192).includes("\0")

const findingsOf = (workspace: Workspace, path: string): ReadonlyArray<Finding> => {
  const text = workspace.text(path)
  const searched = bans.filter(({ pattern, where }) => where(path) && (pattern.test(path) || pattern.test(text)))
  if (searched.length === 0 || !isText(text)) return []
  return searched.flatMap(({ pattern, wrong, remedy }) => {
    const inName = pattern.test(path) ? [{ path, line: 1, wrong: `its name ${wrong}`, remedy }] : []
    const lines = text.split("\n").flatMap((line, index) => {
      const word = pattern.exec(line)?.[0]
      return word === undefined ? [] : [{ path, line: index + 1, wrong: `${wrong}: \`${word.trim()}\``, remedy }]
    })
    return [...inName, ...lines]
  })
}

/** Words that mislead, that belong to one city, or that only one machine understands. */
export const bannedWords = (workspace: Workspace): ReadonlyArray<Finding> =>
  workspace.paths.flatMap((path) => findingsOf(workspace, path))
