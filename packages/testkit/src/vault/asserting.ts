export { fail, granted as valueIn, holds, refused, same } from "../store/asserting.ts"
