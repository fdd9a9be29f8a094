import { defineCollection } from "astro:content"
import { docsLoader, i18nLoader } from "@astrojs/starlight/loaders"
import { docsSchema, i18nSchema } from "@astrojs/starlight/schema"
import { z } from "astro/zod"
import { adrLoader } from "./inclusion/adr-loader.ts"

export const collections = {
  docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }),
  i18n: defineCollection({ loader: i18nLoader(), schema: i18nSchema() }),
  adr: defineCollection({
    loader: adrLoader,
    schema: z.object({
      slug: z.string(),
      number: z.string(),
      title: z.string(),
      status: z.string().optional(),
      lang: z.enum(["en", "zh-Hans"]),
    }),
  }),
}
