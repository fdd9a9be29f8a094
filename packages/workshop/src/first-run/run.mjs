// @ts-check
// Starts another program and stands aside: it shares our terminal, gets our signals, and its exit code becomes ours.
// Runs under Node 20 with nothing installed.
import { spawn } from "node:child_process"
import { constants } from "node:os"

/**
 * @typedef {object} Place
 * @property {string} cwd The directory that the program starts in.
 * @property {NodeJS.ProcessEnv} [env] The whole environment; ours when absent.
 */

/**
 * Runs a program to its end, without a shell, on our own terminal.
 * A Ctrl-C on a terminal reaches the program by itself; a signal sent to us alone is passed on.
 *
 * @param {string} program Path of an executable.
 * @param {readonly string[]} args
 * @param {Place} place
 * @returns {Promise<number>} Its exit code; 128 + n when signal n ended it, 127 when it could not start.
 */
export function run(program, args, place) {
  return new Promise((resolve) => {
    const child = spawn(program, [...args], { cwd: place.cwd, env: place.env ?? process.env, stdio: "inherit" })
    const interrupt = () => void (process.stdin.isTTY || child.kill("SIGINT"))
    const terminate = () => void child.kill("SIGTERM")
    process.on("SIGINT", interrupt).on("SIGTERM", terminate)
    const settle = (/** @type {number} */ code) => {
      process.off("SIGINT", interrupt).off("SIGTERM", terminate)
      resolve(code)
    }
    child.on("error", (error) => {
      console.error(`[jinlin] ${program} could not be started: ${error.message}`)
      settle(127)
    })
    child.on("close", (code, signal) => settle(code ?? 128 + (signal === null ? 0 : constants.signals[signal])))
  })
}

/**
 * A stopwatch for progress lines.
 *
 * @returns {() => string} What it says now, such as `4.2 s` or `2 min 05 s`.
 */
export function stopwatch() {
  const started = performance.now()
  return () => {
    const seconds = (performance.now() - started) / 1000
    if (seconds < 60) return `${seconds.toFixed(1)} s`
    return `${Math.floor(seconds / 60)} min ${String(Math.floor(seconds % 60)).padStart(2, "0")} s`
  }
}
