import { ballotChapters } from "../../test/shell/ballot-chapters.ts"
import { grounds } from "../../test/shell/stores.ts"

for (const { name, open } of grounds) ballotChapters(name, open)
