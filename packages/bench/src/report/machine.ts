import { readFileSync } from "node:fs"
import { availableParallelism, cpus, loadavg } from "node:os"
import { join } from "node:path"
import type { ClockName } from "../measuring/clock.ts"
import { benchFolder } from "./places.ts"

/** What was measured on, and with which versions. */
export interface Machine {
  readonly processors: number
  readonly model: string
  readonly system: string
  readonly node: string
  readonly v8: string
  readonly clock: ClockName
  /** How many programs wanted a processor in the minute before; 0 where the system does not say. */
  readonly load: number
  readonly peers: { readonly [name: string]: string }
}

interface Manifest {
  readonly version: string
  readonly dependencies?: { readonly [name: string]: string }
}

const manifestIn = (folder: string): Manifest => JSON.parse(readFileSync(join(folder, "package.json"), "utf8"))

const installed = (name: string): string => manifestIn(join(benchFolder, "node_modules", name)).version

/** Looks at the machine, and at what is installed here. */
export const machine = (clock: ClockName): Machine => {
  const names = Object.keys(manifestIn(benchFolder).dependencies ?? {}).filter((name) => !name.includes("jinlin"))
  return {
    processors: availableParallelism(),
    model: cpus()[0]?.model.trim() ?? "unknown",
    system: `${process.platform} ${process.arch}`,
    node: process.versions.node,
    v8: process.versions.v8,
    clock,
    load: loadavg()[0] ?? 0,
    peers: Object.fromEntries(names.map((name) => [name, installed(name)])),
  }
}

/** The machine in two lines, with a warning where other programs kept it busy. */
export const machineText = ({ clock, load, model, node, peers, processors, system, v8 }: Machine): string => {
  const time = clock === "cpu" ? "processor time of this process" : "time on the wall"
  const busy =
    load > processors
      ? `\nOthers use this machine (load ${load.toFixed(1)} on ${processors} processors): trust the ratios, not the times.`
      : ""
  const versions = Object.entries(peers).map(([name, version]) => `${name} ${version}`)
  return `${processors} × ${model}, ${system}, Node ${node}, V8 ${v8}; ${time}${busy}\n${versions.join(", ")}`
}
