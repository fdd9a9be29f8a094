import starlight from "@astrojs/starlight"
import type { AstroIntegration } from "astro"
import { defineConfig, passthroughImageService } from "astro/config"

/** A sidebar entry with its name in both languages; `slug` is the same in both. */
const page = (slug: string, en: string, zh: string) => ({ slug, label: en, translations: { "zh-Hans": zh } })

/** The site has no address of its own yet, and a sitemap needs one. Starlight adds none where it finds one by this name. */
const withoutSitemap: AstroIntegration = { name: "@astrojs/sitemap", hooks: {} }

/**
 * English stands at the root, Chinese under /zh-hans/ with the same paths. Everything that the site shows lies in it:
 * no fonts, pictures or scripts from elsewhere, so that it also works on a government's own network.
 */
export default defineConfig({
  vite: {
    build: {
      rolldownOptions: {
        // Astro marks its own modules with a directive that the bundler warns of, once for each page.
        onLog: (level, log, tell) => (log.code === "MODULE_LEVEL_DIRECTIVE" ? undefined : tell(level, log)),
      },
    },
  },
  image: { service: passthroughImageService() },
  integrations: [
    withoutSitemap,
    starlight({
      title: { en: "jinlin", "zh-Hans": "近邻 jinlin" },
      description: "Neighbourhood governance as an embeddable TypeScript library.",
      defaultLocale: "root",
      locales: {
        root: { label: "English", lang: "en" },
        "zh-hans": { label: "简体中文", lang: "zh-Hans" },
      },
      customCss: ["./src/styles/site.css"],
      favicon: "/favicon.svg",
      disable404Route: true,
      expressiveCode: { themes: ["github-dark", "github-light"] },
      sidebar: [
        {
          label: "First",
          translations: { "zh-Hans": "入门" },
          items: [page("index", "Start here", "从这里开始"), page("rings", "Three rings", "三层结构")],
        },
        {
          label: "Processes",
          translations: { "zh-Hans": "治理机制" },
          items: [
            page("processes", "How to read them", "怎样读这些页面"),
            page("processes/joint-conference", "The joint conference", "党建联席会议"),
            page("processes/rotating-chair", "The rotating chair", "轮值主席"),
            page("processes/deliberation", "Deliberation", "议事"),
            page("processes/ballot", "Ballots", "选票"),
            page("processes/disclosure", "Disclosure", "公开"),
            page("processes/co-governance", "Two deliberations", "两议两评两公开"),
            page("processes/covenant", "Covenants", "居民公约"),
          ],
        },
        {
          label: "On your platform",
          translations: { "zh-Hans": "接入平台" },
          items: [
            page("platform", "Commands, queries, workers", "命令、查询与后台"),
            page("storage", "Where it is kept", "存在哪里"),
            page("people", "People and texts", "个人信息与文字"),
            page("registers", "Registers", "登记表"),
            page("paper", "Paper", "纸面"),
            page("public-record", "The public record", "公开记录"),
          ],
        },
        {
          label: "Underneath",
          translations: { "zh-Hans": "共同的底子" },
          items: [
            page("charter", "Packs and charter", "规则包与章程"),
            page("kernel", "What every process is made of", "每个机制都用到的"),
            page("time", "How time is counted", "期限怎样计算"),
            page("glossary", "Glossary", "术语表"),
            { link: "/decisions/", label: "Decisions", translations: { "zh-Hans": "架构决定" } },
          ],
        },
      ],
    }),
  ],
})
