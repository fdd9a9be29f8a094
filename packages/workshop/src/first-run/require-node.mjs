// @ts-check

/** Ends the program with a readable reason when this Node is older than the first-run scripts can run on. */
export function requireNode() {
  const major = Number(process.versions.node.split(".")[0])
  if (major >= 20) return
  console.error(`[jinlin] This is Node ${process.versions.node}; the first run needs Node 20 or newer.`)
  console.error("[jinlin] Remedy: install a current Node, then run the same command again.")
  process.exit(1)
}
