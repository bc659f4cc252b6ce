import type { OfficesNode, PeriodsAnswer } from '@kinerja/sdk'
import { createContext, use } from 'react'
import { keptInAddress } from './kept.ts'

export type Office = OfficesNode
export type Period = PeriodsAnswer[number]

/** What the figures are about. */
export interface Place {
  readonly office: Office
  readonly period: Period
  /** Whether the viewer is told protected counts. */
  readonly protectedCounts: boolean
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
