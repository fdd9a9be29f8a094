export { rulePacks } from "./all.ts"
export { packById, packsInForce } from "./choose.ts"
