import { Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql'
import {
  Certainty,
  ConsequenceKind,
  ExpectationRating,
  ExplanationTopic,
  Predicate,
  WorkValue,
} from '../generated/schema.ts'

registerEnumType(ExpectationRating, { name: 'ExpectationRating' })
registerEnumType(Predicate, { name: 'Predicate' })
registerEnumType(ConsequenceKind, { name: 'ConsequenceKind' })
registerEnumType(ExplanationTopic, { name: 'ExplanationTopic' })

@ObjectType()
class ObservedLevels {
  @Field(() => Int) declare notDone: number
  @Field(() => Int) declare notEffective: number
  @Field(() => Int) declare effective: number
}

@ObjectType()
class ResultSuggestion {
  @Field(() => ExpectationRating) declare rating: ExpectationRating
  @Field(() => String) declare indonesian: string
  @Field(() => String) declare english: string
  @Field(() => String) declare rule: string
}

@ObjectType()
class ValueRating {
  @Field(() => WorkValue) declare value: WorkValue
  @Field(() => ExpectationRating) declare rating: ExpectationRating
  @Field(() => String, { nullable: true }) declare note: string | null
}

@ObjectType()
class CreditPoints {
  @Field(() => Float, { nullable: true }) declare value: number | null
  @Field(() => Float, { nullable: true }) declare coefficient: number | null
  @Field(() => Int, { nullable: true }) declare percentage: number | null
  @Field(() => Int) declare months: number
  @Field(() => String, { nullable: true }) declare calculation: string | null
  @Field(() => String) declare indonesian: string
  @Field(() => String) declare english: string
  @Field(() => [String]) declare sources: string[]
}

@ObjectType()
class Consequence {
  @Field(() => ConsequenceKind) declare kind: ConsequenceKind
  @Field(() => Boolean) declare holds: boolean
  @Field(() => String) declare indonesian: string
  @Field(() => String) declare english: string
  @Field(() => [String]) declare sources: string[]
  @Field(() => Certainty) declare certainty: Certainty
}

@ObjectType()
class ExplanationFact {
  @Field(() => ExplanationTopic) declare topic: ExplanationTopic
  @Field(() => String) declare indonesian: string
  @Field(() => String) declare english: string
  @Field(() => String) declare rules: string
  @Field(() => [String]) declare sources: string[]
  @Field(() => Certainty) declare certainty: Certainty
}

@ObjectType()
export class AppraisalContent {
  @Field(() => ObservedLevels, { nullable: true }) declare observed: ObservedLevels | null
  @Field(() => String, { nullable: true }) declare reflection: string | null
  @Field(() => String, { nullable: true }) declare learning: string | null
  @Field(() => String, { nullable: true }) declare practice: string | null
  @Field(() => String, { nullable: true }) declare considerations: string | null
  @Field(() => ResultSuggestion, { nullable: true }) declare suggestion: ResultSuggestion | null
  @Field(() => ExpectationRating, { nullable: true }) declare result: ExpectationRating | null
  @Field(() => String, { nullable: true }) declare deviation: string | null
  @Field(() => [ValueRating]) declare values: ValueRating[]
  @Field(() => ExpectationRating, { nullable: true }) declare behaviour: ExpectationRating | null
  @Field(() => Predicate, { nullable: true }) declare predicate: Predicate | null
  @Field(() => CreditPoints, { nullable: true }) declare creditPoints: CreditPoints | null
  @Field(() => [Consequence]) declare consequences: Consequence[]
  @Field(() => [ExplanationFact]) declare explanation: ExplanationFact[]
}
