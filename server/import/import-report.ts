import { defineEntity, p } from '@mikro-orm/core'
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql'
import { v7 as newId } from 'uuid'
import { ImportCode } from '../generated/schema.ts'
import { Node } from '../node.ts'
import { connectionOf } from '../page.ts'
import { Moment } from '../scalars.ts'

registerEnumType(ImportCode, { name: 'ImportCode' })

const ReportSchema = defineEntity({
  name: 'ImportReport',
  properties: {
    id: p
      .uuid()
      .primary()
      .onCreate(() => newId()),
    startedAt: p.datetime(),
    finishedAt: p.datetime().nullable(),
  },
})

const FileSchema = defineEntity({
  name: 'ImportFile',
  properties: {
    report: () => p.manyToOne(ImportReport).primary(),
    number: p.integer().primary(),
    file: p.text(),
    rows: p.integer(),
    inserted: p.integer(),
    updated: p.integer(),
    unchanged: p.integer(),
    refused: p.integer(),
    missing: p.integer(),
  },
})

@ObjectType()
export class ImportFile extends FileSchema.class {
  @Field(() => String) declare file: string
  @Field(() => Int) declare rows: number
  @Field(() => Int) declare inserted: number
  @Field(() => Int) declare updated: number
  @Field(() => Int) declare unchanged: number
  @Field(() => Int) declare refused: number
  @Field(() => Int) declare missing: number
}

FileSchema.setClass(ImportFile)

const RefusalSchema = defineEntity({
  name: 'ImportRefusal',
  properties: {
    report: () => p.manyToOne(ImportReport).primary(),
    number: p.integer().primary(),
    file: p.text(),
    line: p.integer(),
    column: p.text().nullable(),
    code: p.enum(() => ImportCode),
    value: p.text().nullable(),
    advice: p.text(),
  },
})

@ObjectType()
export class ImportRefusal extends RefusalSchema.class {
  @Field(() => String) declare file: string
  @Field(() => Int) declare line: number
  @Field(() => String, { nullable: true }) declare column: string | null
  @Field(() => ImportCode) declare code: ImportCode
  @Field(() => String, { nullable: true }) declare value: string | null
  @Field(() => String) declare advice: string
}

RefusalSchema.setClass(ImportRefusal)

export const ImportRefusalConnection = connectionOf('ImportRefusal', () => ImportRefusal)

@ObjectType({ implements: Node })
export class ImportReport extends ReportSchema.class {
  @Field(() => ID) declare id: string
  @Field(() => Moment) declare startedAt: Date
  @Field(() => Moment, { nullable: true }) declare finishedAt: Date | null
  @Field(() => [ImportFile]) declare files: ImportFile[]
}

ReportSchema.setClass(ImportReport)

export const ImportReportConnection = connectionOf('ImportReport', () => ImportReport)
