/** The column of a journal that a field of a command stands in: its tag is written under `command`. */
export const columnOf = (field: string | null): string | null => (field === "_tag" ? "command" : field)
