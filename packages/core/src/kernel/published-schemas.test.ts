import * as Schema from "effect/Schema"
import { describe, expect, it } from "vitest"
import { Citation } from "./citation.ts"
import { Digest } from "./digest-schema.ts"
import { Finding } from "./finding.ts"
import { Fraction } from "./fraction-schema.ts"
import { Id } from "./identity.ts"
import { RuleId } from "./rule-id.ts"
import { LongText, Text } from "./text.ts"
import { Threshold } from "./threshold-schema.ts"

const published = (schema: Schema.Constraint): unknown => {
  const { schema: root, definitions } = Schema.toJsonSchemaDocument(schema)
  return { root, definitions }
}

const line = {
  type: "string",
  minLength: 1,
  maxLength: 500,
  description: "One line of text without control or direction characters, up to 500 characters",
}
const lines = {
  type: "string",
  minLength: 1,
  maxLength: 50_000,
  description: "Text of several lines without control or direction characters, up to 50,000 characters",
}
const ruleId = {
  type: "string",
  pattern: "^[A-Z][A-Z0-9]*(?:-[A-Z][A-Z0-9]*)*-[1-9][0-9]{0,3}$",
  description: "The id of a rule, such as CHAIR-3",
}
const digits = {
  type: "string",
  pattern: "^(?:0|-?[1-9][0-9]*)$",
  description: "A whole number in decimal digits, as text",
}
const fraction = {
  type: "object",
  properties: { numerator: digits, denominator: digits },
  required: ["numerator", "denominator"],
}
const citation = {
  type: "object",
  description: "Where a rule or a number comes from, and how surely",
  properties: {
    instrument: line,
    article: line,
    url: { type: "string", maxLength: 2000, pattern: "^https?:\\/\\/(?![^/?#]*@)[\\x21-\\x7e]+$" },
    certainty: { type: "string", enum: ["law", "by-analogy", "source", "practice", "our-default"] },
  },
  required: ["instrument", "certainty"],
}
const count = { type: "integer", minimum: 0 }

describe("What other languages are told of these schemas", () => {
  it("TEXT-6 publishes the two kinds of text", () => {
    expect(published(Text)).toEqual({ root: line, definitions: {} })
    expect(published(LongText)).toEqual({ root: lines, definitions: {} })
  })

  it("ID-1 publishes the shape of an id", () => {
    expect(published(Id)).toEqual({
      root: {
        type: "string",
        minLength: 1,
        maxLength: 128,
        pattern: "^[A-Za-z0-9_:-]+(?:\\.[A-Za-z0-9_:-]+)*$",
        description: "An opaque id of 1 to 128 ASCII letters, digits, -, _, . and :",
      },
      definitions: {},
    })
  })

  it("DIGEST-3 publishes the shape of a digest", () => {
    expect(published(Digest)).toEqual({
      root: {
        type: "string",
        pattern: "^(?:sha-256|sm3):[0-9a-f]{64}$",
        description: "A digest: sha-256: or sm3: and 64 lower-case hexadecimal digits",
      },
      definitions: {},
    })
  })

  it("FRACTION-6 publishes two texts of digits", () => {
    expect(published(Fraction)).toMatchObject({ definitions: { FractionEncoded: fraction } })
  })

  it("THRESHOLD-6 publishes what a threshold may be made of", () => {
    expect(published(Threshold)).toMatchObject({
      root: {
        type: "object",
        description: "A share that a count must reach or pass, of a named base",
        properties: {
          share: { $ref: "#/$defs/FractionEncoded" },
          comparison: { type: "string", enum: ["more-than", "at-least"] },
          measure: { type: "string", enum: ["heads", "area"] },
          base: {
            type: "string",
            enum: ["entitled", "members", "present", "participating", "valid", "cast", "whole-estate"],
          },
        },
        required: ["share", "comparison", "measure", "base"],
      },
      definitions: { FractionEncoded: fraction },
    })
  })

  it("FINDING-1 publishes what an outcome may hold", () => {
    expect(published(Finding)).toMatchObject({
      root: { $ref: "#/$defs/Finding" },
      definitions: {
        Citation: citation,
        Finding: {
          type: "object",
          description: "What came of applying one rule",
          properties: {
            rule: ruleId,
            holds: { type: "boolean" },
            facts: {
              type: "object",
              additionalProperties: { anyOf: [lines, { type: "number" }, { type: "boolean" }] },
            },
            citation: { $ref: "#/$defs/Citation" },
            shortBy: count,
            flippedBy: count,
          },
          required: ["rule", "holds", "facts"],
        },
      },
    })
  })

  it("FINDING-2 publishes how surely something may be cited", () => {
    expect(published(Citation)).toMatchObject({ definitions: { Citation: citation } })
  })

  it("FINDING-3 publishes the shape of the id of a rule", () => {
    expect(published(RuleId)).toEqual({ root: ruleId, definitions: {} })
  })
})
