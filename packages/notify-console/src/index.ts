export { type ConsoleNotifierOptions, consoleNotifier, type Output } from "./console-notifier.ts"
