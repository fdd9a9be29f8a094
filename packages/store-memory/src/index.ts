export { openMemoryStore } from "./memory-store.ts"
export { memoryStore } from "./plugin.ts"
