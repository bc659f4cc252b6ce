import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql'
import type { Refusal } from '../errors.ts'
import { amountsOf } from './amount.ts'
import { refusalOf } from './bounds.ts'
import { measure } from './measure.ts'
import type { Measured } from './measured.ts'

// as many as the reader keeps statements of a document
const mostShapes = 50

/** What an operation measures, and why it is refused if it is. */
export interface Weighed extends Measured {
  readonly refusal: Refusal | undefined
}

/** Measures by document and by the variables that decide: a document that comes again is not walked again. */
export class Measures {
  private readonly kept = new WeakMap<DocumentNode, Map<string, Weighed>>()

  /** The measure of an operation with these variables, not yet coerced. */
  of(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode, variables: object): Weighed {
    const amounts = amountsOf(operation, variables)
    let key = operation.name?.value ?? ''
    for (const [name, amount] of amounts) key += ` ${name}:${amount}`
    const shapes = this.kept.get(document) ?? new Map<string, Weighed>()
    this.kept.set(document, shapes)
    const known = shapes.get(key)
    if (known) return known
    const measured = measure({ schema, document, operation, amounts })
    const weighed = { ...measured, refusal: refusalOf(measured) }
    const [oldest] = shapes.keys()
    if (shapes.size >= mostShapes && oldest !== undefined) shapes.delete(oldest)
    shapes.set(key, weighed)
    return weighed
  }
}
