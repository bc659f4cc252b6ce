import type { DocumentNode } from 'graphql'
import type { Model } from './model.ts'
import { type Question, type Statement, statementOf } from './statement.ts'

// as many shapes of one document as a client honestly has
const mostShapes = 50

/** A statement, how often it was asked, and the name it is prepared under. */
export interface Kept extends Statement {
  readonly name: string
  asked: number
}

/** Statements by document and by what else their text depends on. A document that Apollo forgets takes its statements along. */
export class Statements {
  private readonly model: Model
  private readonly kept = new WeakMap<DocumentNode, Map<string, Kept>>()
  private written = 0

  constructor(model: Model) {
    this.model = model
  }

  /** The statement for a question; `key` holds all that its text depends on beside the document. */
  of(document: DocumentNode, key: string, question: Question): Kept {
    const shapes = this.kept.get(document) ?? new Map<string, Kept>()
    this.kept.set(document, shapes)
    const known = shapes.get(key)
    if (known) return known
    const statement = { ...statementOf(this.model, question), name: `read_${++this.written}`, asked: 0 }
    const [oldest] = shapes.keys()
    if (shapes.size >= mostShapes && oldest !== undefined) shapes.delete(oldest)
    shapes.set(key, statement)
    return statement
  }
}
