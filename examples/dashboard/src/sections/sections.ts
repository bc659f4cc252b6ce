import type { ComponentType } from 'react'
import type { Words } from '../words/indonesian.ts'
import { Behind } from './behind.tsx'
import { Indicators } from './indicators.tsx'
import { Observation } from './observation.tsx'
import { Points } from './points.tsx'
import { Predicates } from './predicates.tsx'
import { PlanningProgress } from './progress.tsx'
import { Summary } from './summary.tsx'

/** The parts of the page, in order. The name of each is that of its words, and its anchor. */
export const sections = [
  { id: 'summary', View: Summary },
  { id: 'progress', View: PlanningProgress },
  { id: 'indicators', View: Indicators },
  { id: 'points', View: Points },
  { id: 'observation', View: Observation },
  { id: 'predicates', View: Predicates },
  { id: 'behind', View: Behind },
] as const satisfies readonly { readonly id: keyof Words; readonly View: ComponentType }[]

export type SectionName = (typeof sections)[number]['id']
