export { PointsChart } from './points-chart.tsx'
export { PredicatesChart } from './predicates-chart.tsx'
export { ProgressChart } from './progress-chart.tsx'
