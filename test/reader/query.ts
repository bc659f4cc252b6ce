import fc, { type Arbitrary } from 'fast-check'
import { type DocumentNode, getOperationAST, parse, validate } from 'graphql'
import { amountsOf } from '../../server/limit/amount.ts'
import { refusalOf } from '../../server/limit/bounds.ts'
import { measure } from '../../server/limit/measure.ts'
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
    // sees people by their plans alone
    { weight: 2, arbitrary: fc.constant('program for plans') },
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
export function write({ operations, isSteady }: Inquiry): Written {
  const printers = operations.map((_, index) => new Printer(['F', 'G'][index] ?? ''))
  const text = operations.map((lines, index) => printers[index]?.print(nameOf(index), lines)).join('\n')
  const document = parse(text)
  // the server reads documents of at most 2,000 tokens
  const isShort = (text.match(/[\w-]+|"(\\.|[^"\\])*"|[^\s\w]/g) ?? []).length < 1_900
  const isValid = isShort && validate(contract, document).length === 0 && fits(document, printers, isSteady)
  return { text, document, printers, isValid }
}

/** Whether the server would not refuse it as too large, whichever operation is asked for, whenever. */
const fits = (document: DocumentNode, printers: readonly Printer[], isSteady: boolean): boolean =>
  printers.every((printer, index) => {
    const operation = getOperationAST(document, nameOf(index))
    return Array.from({ length: times }, (_, time) => printer.values(time, isSteady)).every(
      (values) =>
        operation &&
        !refusalOf(measure({ schema: contract, document, operation, amounts: amountsOf(operation, values) })),
    )
  })
