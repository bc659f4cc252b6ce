import { defineEntity, type OptionalProps, p } from '@mikro-orm/core'
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql'
import { v7 as newId } from 'uuid'
import { type ObservationFilter as Filter, ObservationAction, ObservationStatus } from '../generated/schema.ts'
import { Node } from '../node.ts'
import { connectionOf, orderOf } from '../page.ts'
import { Assignment, Person } from '../person/person.ts'
import { Plan } from '../plan/plan.ts'
import type { ReadBack } from '../reader/read-back.ts'
import { Moment } from '../scalars.ts'
import type { Change } from './difference.ts'
import { ObservationChange, ObservationContent } from './observation.content.ts'
import type { Preparation } from './preparation.ts'
import type { Sheet } from './sheet.ts'
import type { Conclusion, Discussion, FollowUp, Reflection } from './words.ts'

const StepSchema = defineEntity({
  name: 'ObservationStep',
  properties: {
    observation: () => p.manyToOne(Observation).primary(),
    version: p.integer().primary(),
    action: p.enum(() => ObservationAction),
    fromStatus: p.enum(() => ObservationStatus).nullable(),
    toStatus: p.enum(() => ObservationStatus),
    at: p.datetime(),
    person: () => p.manyToOne(Person).nullable(),
    note: p.text().nullable(),
    changes: p.json<Change[]>(),
  },
})

@ObjectType()
export class ObservationStep extends StepSchema.class {
  declare [OptionalProps]?: 'from' | 'to' | 'name'
  @Field(() => Int) declare version: number
  @Field(() => ObservationAction) declare action: ObservationAction
  @Field(() => ObservationStatus, { nullable: true }) declare from: ObservationStatus | null
  @Field(() => ObservationStatus) declare to: ObservationStatus
  @Field(() => Moment) declare at: Date
  @Field(() => String, { nullable: true }) declare name: string | null
  @Field(() => String, { nullable: true }) declare note: string | null
  @Field(() => [ObservationChange]) declare changes: ObservationChange[]
}

StepSchema.setClass(ObservationStep)

const NoteSchema = defineEntity({
  name: 'ObserverNote',
  properties: {
    observation: () => p.manyToOne(Observation).primary(),
    person: () => p.manyToOne(Person).primary(),
    version: p.integer(),
    text: p.text(),
    changedAt: p.datetime(),
  },
})

/** What an observer keeps for himself; in a table of its own, so that nothing of the observation tells that it is there. */
@ObjectType()
export class ObserverNote extends NoteSchema.class {
  @Field(() => String) declare text: string
  @Field(() => Int) declare version: number
  @Field(() => Moment) declare changedAt: Date
}

NoteSchema.setClass(ObserverNote)

const ObservationSchema = defineEntity({
  name: 'Observation',
  properties: {
    id: p
      .uuid()
      .primary()
      .onCreate(() => newId()),
    plan: () => p.manyToOne(Plan),
    // the plan's, so that who sees it is told without another join
    assignment: () => p.manyToOne(Assignment),
    number: p.integer(),
    status: p.enum(() => ObservationStatus),
    version: p.integer(),
    changedAt: p.datetime(),
    preparation: p.json<Preparation>(),
    sheet: p.json<Sheet>().nullable(),
    sharedAt: p.datetime().nullable(),
    discussion: p.json<Discussion>().nullable(),
    followUps: p.json<FollowUp[]>(),
    reflection: p.json<Reflection>().nullable(),
    conclusion: p.json<Conclusion>().nullable(),
  },
})

@ObjectType({ implements: Node })
export class Observation extends ObservationSchema.class {
  declare [OptionalProps]?: 'content' | 'history' | 'myNote'
  @Field(() => ID) declare id: string
  @Field(() => Plan, { nullable: true }) declare plan: Plan
  @Field(() => Assignment) declare assignment: Assignment
  @Field(() => Int) declare number: number
  @Field(() => ObservationStatus) declare status: ObservationStatus
  @Field(() => Int) declare version: number
  @Field(() => Moment) declare changedAt: Date
  @Field(() => ObservationContent, { nullable: true }) declare content: ObservationContent | null
  @Field(() => [ObservationStep]) declare history: ObservationStep[]
  @Field(() => ObserverNote, { nullable: true }) declare myNote: ObserverNote | null
}

ObservationSchema.setClass(Observation)

export const ObservationConnection = connectionOf('Observation', () => Observation)
export const ObservationOrder = orderOf('Observation', { CHANGED: 'CHANGED' })

@InputType()
export class ObservationFilter implements Filter {
  @Field(() => ID, { nullable: true }) declare plan: string | null
  @Field(() => String, { nullable: true }) declare period: string | null
  @Field(() => [ObservationStatus], { nullable: true }) declare status: ObservationStatus[] | null
  @Field(() => ID, { nullable: true }) declare school: string | null
  @Field(() => Boolean, { nullable: true }) declare waitingForMe: boolean | null
}

@ObjectType()
export class ObservationPayload {
  @Field(() => Observation, { nullable: true }) declare observation: ReadBack
}

@ObjectType()
export class WriteObserverNotePayload {
  @Field(() => Int) declare version: number
}
