import fc, { type Arbitrary } from 'fast-check'
import { type DocumentNode, parse, validate } from 'graphql'
import { times } from './given.ts'
import { poolOf } from './pool.ts'
import { Printer } from './print.ts'
import { contract } from './sdl.ts'
import { type Line, Selections } from './selection.ts'
import type { Stage } from './stage.ts'

/** A document that is asked several times: of which operations it is made, and who asks for which. */
export interface Inquiry {
  readonly operations: readonly (readonly Line[])[]
  /** Whether numbers, enums and what is left out stay the same each time. */
  readonly isSteady: boolean
  readonly turns: readonly { readonly viewer: string; readonly operation: number }[]
}

/** An inquiry as it is sent. */
export interface Written {
  readonly text: string
  readonly document: DocumentNode
  readonly printers: readonly Printer[]
  readonly isValid: boolean
}

/** Inquiries about a world by any of its viewers. */
export function inquiries({ world, cast }: Pick<Stage, 'world' | 'cast'>): Arbitrary<Inquiry> {
  const query = contract.getQueryType()
  if (!query) throw new Error('the schema has no Query')
  const people = Object.values(cast).flatMap(({ viewer }) => viewer?.person ?? [])
  const operation = new Selections(poolOf(world, people)).of(query, 7)
  const viewer = fc.oneof(
    { weight: 1, arbitrary: fc.constantFrom('stranger', 'analyst') },
    { weight: 8, arbitrary: fc.constant('operator') },
    { weight: 16, arbitrary: fc.constantFrom(...Object.keys(cast)) },
  )
  return fc.record({
    operations: fc.oneof(
      { weight: 9, arbitrary: fc.tuple(operation) },
      { weight: 1, arbitrary: fc.tuple(operation, operation) },
    ),
    isSteady: fc.boolean(),
    turns: fc.array(fc.record({ viewer, operation: fc.constantFrom(0, 1) }), { minLength: times, maxLength: times }),
  })
}

/** The name of an operation by its number. */
export const nameOf = (operation: number): string => ['First', 'Second'][operation] ?? ''

/** Writes an inquiry down. */
export function write({ operations }: Inquiry): Written {
  const printers = operations.map((_, index) => new Printer(['F', 'G'][index] ?? ''))
  const text = operations.map((lines, index) => printers[index]?.print(nameOf(index), lines)).join('\n')
  const document = parse(text)
  // the server reads documents of at most 2,000 tokens
  const isShort = (text.match(/[\w-]+|"(\\.|[^"\\])*"|[^\s\w]/g) ?? []).length < 1_900
  return { text, document, printers, isValid: isShort && validate(contract, document).length === 0 }
}
