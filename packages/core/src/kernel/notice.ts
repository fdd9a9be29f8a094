/** Who is to be told: a unit's delegate and alternate, the holder of a post, every member unit, or one person by reference. */
export type Recipient =
  | { readonly _tag: "Unit"; readonly unit: string }
  | { readonly _tag: "Post"; readonly post: string }
  | { readonly _tag: "AllUnits" }
  | { readonly _tag: "Person"; readonly person: string }

/** That somebody must be told something: the name of a template and its data, never a text. Texts live in `@jinlin/messages`. */
export interface Notice {
  readonly template: string
  readonly to: ReadonlyArray<Recipient>
  readonly data: { readonly [name: string]: string | number | null }
}
