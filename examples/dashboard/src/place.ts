import type { OfficesNode, PeriodsAnswer } from '@kinerja/sdk'
import { createContext, use } from 'react'
import { keptInAddress } from './kept.ts'

export type Office = OfficesNode
export type Period = PeriodsAnswer[number]

/** What the figures are about. */
export interface Place {
  readonly office: Office
  readonly period: Period
  /** Whether counts are protected: an analyst is told of everybody, but not of a few. */
  readonly guarded: boolean
}

export const chosenOffice = keptInAddress('office')
export const chosenPeriod = keptInAddress('period')

export const PlaceContext = createContext<Place | null>(null)

/** What the figures are about. */
export function usePlace(): Place {
  const place = use(PlaceContext)
  if (!place) throw new Error('no office and period')
  return place
}
