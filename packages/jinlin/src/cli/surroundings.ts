/** Where a command writes: `process.stdout` is one, and so is anything that takes text. */
export interface Output {
  readonly write: (text: string) => unknown
  /** Whether somebody sits before it, so that colours and a progress bar make sense. */
  readonly isTTY?: boolean | undefined
  /** Its width in characters, where it knows one. */
  readonly columns?: number | undefined
  readonly on?: (event: "error", listener: (error: Error) => void) => unknown
}

/** What a command is started with. Nothing else of the world around it is looked at, but the files that it is told of. */
export interface Surroundings {
  readonly cwd: string
  readonly stdout: Output
  readonly stderr: Output
  /** `INIT_CWD`, `LC_ALL`, `LC_MESSAGES`, `LANG`, `NO_COLOR`, `TERM` and `COLUMNS` are read. */
  readonly env: { readonly [name: string]: string | undefined }
  /** Milliseconds on some clock, for the progress bar; `performance.now` where it is left out. */
  readonly clock?: (() => number) | undefined
}

/** The folder in which a person gave the command: npm and pnpm start scripts elsewhere and say so. */
export const startedIn = ({ cwd, env }: Pick<Surroundings, "cwd" | "env">): string => env["INIT_CWD"] || cwd

const isClosedPipe = (error: Error): boolean => "code" in error && error.code === "EPIPE"

/** Lets a reader that has seen enough (`| head`) close the pipe without an error of ours. */
export const allowClosing = (...outputs: ReadonlyArray<Output>): void => {
  for (const output of outputs)
    output.on?.("error", (error) => {
      if (!isClosedPipe(error)) throw error
    })
}
