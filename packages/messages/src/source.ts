import { type Model, parseMessage, visit } from "messageformat"

const isBare = (expression: Model.Expression): expression is Model.Expression<Model.VariableRef> =>
  expression.functionRef === undefined && expression.arg?.type === "variable"

/**
 * Reads a text in MessageFormat 2. A bare `{$x}` that no declaration speaks of is read as `{$x :text}`, so that every value
 * passes through one of our kinds and none through a formatter of `Intl` or as `[object Object]`.
 * Throws the `MessageSyntaxError` of `messageformat` where the text is not well-formed.
 */
export const readSource = (source: string): Model.Message => {
  const model = parseMessage(source)
  const declared = new Set<string>()
  visit(model, {
    declaration: ({ type, name }) => (type === "input" ? undefined : () => void declared.add(name)),
    expression: (expression, context) => {
      if (isBare(expression) && !declared.has(expression.arg.name)) {
        expression.functionRef = { type: "function", name: "text" }
      }
      if (context === "declaration" && expression.arg?.type === "variable") declared.add(expression.arg.name)
    },
  })
  return model
}
