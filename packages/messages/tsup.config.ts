import { library } from "../workshop/src/build/library.ts"

/** Chinese stays readable in what is published: escaped, every character would take six bytes. */
export default {
  ...library(import.meta.dirname),
  esbuildOptions: (options: { charset?: "ascii" | "utf8" }): void => {
    options.charset = "utf8"
  },
}
