import { Field, Int, ObjectType, registerEnumType } from 'type-graphql'
import {
  Awareness,
  ExampleKind,
  LearningPlace,
  ObservationAction,
  ObservationItem,
  ObservationMode,
  ObservationStatus,
  RubricLevel,
} from '../generated/schema.ts'
import { TargetBehaviour } from '../indicator/indicator.ts'
import { Day, Moment } from '../scalars.ts'

registerEnumType(Awareness, { name: 'Awareness' })
registerEnumType(ExampleKind, { name: 'ExampleKind' })
registerEnumType(LearningPlace, { name: 'LearningPlace' })
registerEnumType(ObservationAction, { name: 'ObservationAction' })
registerEnumType(ObservationItem, { name: 'ObservationItem' })
registerEnumType(ObservationMode, { name: 'ObservationMode' })
registerEnumType(ObservationStatus, { name: 'ObservationStatus' })
registerEnumType(RubricLevel, { name: 'RubricLevel' })

@ObjectType()
class ObservationPreparation {
  @Field(() => ObservationMode, { nullable: true }) declare mode: ObservationMode | null
  @Field(() => [TargetBehaviour]) declare behaviours: TargetBehaviour[]
  @Field(() => [String]) declare efforts: string[]
  @Field(() => String, { nullable: true }) declare lesson: string | null
  @Field(() => String, { nullable: true }) declare lessonPlan: string | null
  @Field(() => Moment, { nullable: true }) declare startsAt: Date | null
  @Field(() => String, { nullable: true }) declare place: string | null
}

@ObjectType()
class ExampleRating {
  @Field(() => ExampleKind) declare kind: ExampleKind
  @Field(() => Int) declare number: number
  @Field(() => RubricLevel) declare level: RubricLevel
}

@ObjectType()
class BehaviourRating {
  @Field(() => TargetBehaviour) declare behaviour: TargetBehaviour
  @Field(() => RubricLevel) declare level: RubricLevel
  @Field(() => String, { nullable: true }) declare note: string | null
  @Field(() => [ExampleRating]) declare examples: ExampleRating[]
}

@ObjectType()
class ObservationSheet {
  @Field(() => Day) declare observedOn: string
  @Field(() => [BehaviourRating]) declare ratings: BehaviourRating[]
  @Field(() => String, { nullable: true }) declare note: string | null
  @Field(() => String, { nullable: true }) declare recommendation: string | null
}

@ObjectType()
class ObservationDiscussion {
  @Field(() => String) declare keep: string
  @Field(() => String) declare improve: string
  @Field(() => Awareness) declare awareness: Awareness
  @Field(() => String) declare goal: string
  @Field(() => String) declare effort: string
  @Field(() => Day, { nullable: true }) declare by: string | null
  @Field(() => String, { nullable: true }) declare support: string | null
  @Field(() => String, { nullable: true }) declare note: string | null
}

@ObjectType()
class FollowUp {
  @Field(() => Int) declare number: number
  @Field(() => String) declare effort: string
  @Field(() => String) declare source: string
  @Field(() => LearningPlace) declare place: LearningPlace
  @Field(() => Day) declare on: string
  @Field(() => String, { nullable: true }) declare certificate: string | null
}

@ObjectType()
class ObservationReflection {
  @Field(() => String) declare achieved: string
  @Field(() => String, { nullable: true }) declare challenge: string | null
  @Field(() => String) declare next: string
}

@ObjectType()
class ObservationConclusion {
  @Field(() => Awareness) declare awareness: Awareness
  @Field(() => String) declare note: string
}

@ObjectType()
export class ObservationContent {
  @Field(() => ObservationPreparation) declare preparation: ObservationPreparation
  @Field(() => ObservationSheet, { nullable: true }) declare sheet: ObservationSheet | null
  @Field(() => ObservationDiscussion, { nullable: true }) declare discussion: ObservationDiscussion | null
  @Field(() => [FollowUp]) declare followUps: FollowUp[]
  @Field(() => ObservationReflection, { nullable: true }) declare reflection: ObservationReflection | null
  @Field(() => ObservationConclusion, { nullable: true }) declare conclusion: ObservationConclusion | null
}

@ObjectType()
export class ObservationChange {
  @Field(() => ObservationItem) declare item: ObservationItem
  @Field(() => String, { nullable: true }) declare before: string | null
  @Field(() => String, { nullable: true }) declare after: string | null
}
