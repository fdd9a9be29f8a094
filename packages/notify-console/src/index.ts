export { type ConsoleNotifierOptions, consoleNotifier, type Output } from "./console-notifier.ts"
export type { LineLanguage } from "./line.ts"
