/** Who is to be told: a unit's delegate and alternate, the holder of a post, or every member unit. */
export type Recipient =
  | { readonly _tag: "Unit"; readonly unit: string }
  | { readonly _tag: "Post"; readonly post: string }
  | { readonly _tag: "AllUnits" }

/** That somebody must be told something: the name of a template and its data, never a text. Texts live in `@jinlin/messages`. */
export interface Notice {
  readonly template: string
  readonly to: ReadonlyArray<Recipient>
  readonly data: { readonly [name: string]: string | number | null }
}
