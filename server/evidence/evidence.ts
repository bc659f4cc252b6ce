import { defineEntity, type OptionalProps, p } from '@mikro-orm/core'
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql'
import { v7 as newId } from 'uuid'
import { DevelopmentActivity } from '../development/development.ts'
import {
  EvidenceAction,
  EvidenceKind,
  EvidenceStatus,
  EvidenceSubject,
  type EvidenceFilter as Filter,
} from '../generated/schema.ts'
import { Node } from '../node.ts'
import { Observation } from '../observation/observation.ts'
import { connectionOf, orderOf } from '../page.ts'
import { Assignment, Person } from '../person/person.ts'
import { Plan } from '../plan/plan.ts'
import type { ReadBack } from '../reader/read-back.ts'
import { Day, Moment } from '../scalars.ts'
import { EvidenceFile } from './file/evidence-file.ts'

registerEnumType(EvidenceKind, { name: 'EvidenceKind' })
registerEnumType(EvidenceStatus, { name: 'EvidenceStatus' })
registerEnumType(EvidenceSubject, { name: 'EvidenceSubject' })
registerEnumType(EvidenceAction, { name: 'EvidenceAction' })

const StepSchema = defineEntity({
  name: 'EvidenceStep',
  properties: {
    evidence: () => p.manyToOne(Evidence).primary(),
    version: p.integer().primary(),
    action: p.enum(() => EvidenceAction),
    fromStatus: p.enum(() => EvidenceStatus).nullable(),
    toStatus: p.enum(() => EvidenceStatus),
    at: p.datetime(),
    person: () => p.manyToOne(Person).nullable(),
    note: p.text().nullable(),
  },
})

@ObjectType()
export class EvidenceStep extends StepSchema.class {
  declare [OptionalProps]?: 'from' | 'to' | 'name'
  @Field(() => Int) declare version: number
  @Field(() => EvidenceAction) declare action: EvidenceAction
  @Field(() => EvidenceStatus, { nullable: true }) declare from: EvidenceStatus | null
  @Field(() => EvidenceStatus) declare to: EvidenceStatus
  @Field(() => Moment) declare at: Date
  @Field(() => String, { nullable: true }) declare name: string | null
  @Field(() => String, { nullable: true }) declare note: string | null
}

StepSchema.setClass(EvidenceStep)

const EvidenceSchema = defineEntity({
  name: 'Evidence',
  properties: {
    id: p
      .uuid()
      .primary()
      .onCreate(() => newId()),
    plan: () => p.manyToOne(Plan),
    status: p.enum(() => EvidenceStatus),
    version: p.integer(),
    subject: p.enum(() => EvidenceSubject),
    activity: () => p.manyToOne(DevelopmentActivity).nullable(),
    duty: p.text().nullable(),
    observation: () => p.manyToOne(Observation).nullable(),
    kind: p.enum(() => EvidenceKind),
    title: p.text(),
    issuer: p.text(),
    signer: p.text().nullable(),
    signerRole: p.text().nullable(),
    date: p.date(),
    file: () => p.manyToOne(EvidenceFile).nullable(),
    link: p.text().nullable(),
    statement: p.text().nullable(),
    replaces: () => p.manyToOne(Evidence).nullable(),
    changedAt: p.datetime(),
  },
})

@ObjectType({ implements: Node })
export class Evidence extends EvidenceSchema.class {
  declare [OptionalProps]?: 'assignment' | 'sha256' | 'mediaType' | 'bytes' | 'history'
  @Field(() => ID) declare id: string
  @Field(() => Assignment) declare assignment: Assignment
  @Field(() => Plan, { nullable: true }) declare plan: Plan
  @Field(() => EvidenceStatus) declare status: EvidenceStatus
  @Field(() => Int) declare version: number
  @Field(() => EvidenceSubject) declare subject: EvidenceSubject
  @Field(() => DevelopmentActivity, { nullable: true }) declare activity: DevelopmentActivity | null
  @Field(() => String, { nullable: true }) declare duty: string | null
  @Field(() => Observation, { nullable: true }) declare observation: Observation | null
  @Field(() => EvidenceKind) declare kind: EvidenceKind
  @Field(() => String) declare title: string
  @Field(() => String) declare issuer: string
  @Field(() => String, { nullable: true }) declare signer: string | null
  @Field(() => String, { nullable: true }) declare signerRole: string | null
  @Field(() => Day) declare date: string
  @Field(() => String, { nullable: true }) declare sha256: string | null
  @Field(() => String, { nullable: true }) declare mediaType: string | null
  @Field(() => Int, { nullable: true }) declare bytes: number | null
  @Field(() => String, { nullable: true }) declare link: string | null
  @Field(() => String, { nullable: true }) declare statement: string | null
  @Field(() => Evidence, { nullable: true }) declare replaces: Evidence | null
  @Field(() => Moment) declare changedAt: Date
  @Field(() => [EvidenceStep]) declare history: EvidenceStep[]
}

EvidenceSchema.setClass(Evidence)

export const EvidenceConnection = connectionOf('Evidence', () => Evidence)
export const EvidenceOrder = orderOf('Evidence', { CHANGED: 'CHANGED' })

@InputType()
export class EvidenceFilter implements Filter {
  @Field(() => ID, { nullable: true }) declare plan: string | null
  @Field(() => String, { nullable: true }) declare period: string | null
  @Field(() => [EvidenceStatus], { nullable: true }) declare status: EvidenceStatus[] | null
  @Field(() => [EvidenceSubject], { nullable: true }) declare subject: EvidenceSubject[] | null
  @Field(() => Boolean, { nullable: true }) declare waitingForMe: boolean | null
}

@ObjectType()
export class EvidencePayload {
  @Field(() => Evidence, { nullable: true }) declare evidence: ReadBack
}
