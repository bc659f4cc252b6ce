import { lazy } from 'react'

/** Brings what draws the charts: the heaviest part of the page, and not needed for its first numbers. */
export const loadCharts = () => import('./charts.ts')

export const ProgressChart = lazy(async () => ({ default: (await loadCharts()).ProgressChart }))
export const PointsChart = lazy(async () => ({ default: (await loadCharts()).PointsChart }))
export const PredicatesChart = lazy(async () => ({ default: (await loadCharts()).PredicatesChart }))
