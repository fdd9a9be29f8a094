#!/usr/bin/env node
import { jinlinFromCommandLine } from "./jinlin.ts"

process.exitCode = await jinlinFromCommandLine({
  argv: process.argv.slice(2),
  cwd: process.cwd(),
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
})
