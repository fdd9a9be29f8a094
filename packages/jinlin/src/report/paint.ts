/** How a terminal shows a text: as it is where there are no colours, so that a file or a pipe holds nothing else. */
export interface Paint {
  readonly strong: (text: string) => string
  readonly faint: (text: string) => string
}

const introducer = "\u001b["

/** Bold and dim for a terminal that has them; nothing otherwise. */
export const paintFor = (colours: boolean): Paint => {
  const between =
    (on: number, off: number) =>
    (text: string): string =>
      colours && text !== "" ? `${introducer}${on}m${text}${introducer}${off}m` : text
  return { strong: between(1, 22), faint: between(2, 22) }
}
