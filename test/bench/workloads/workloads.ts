import { dashboard } from './dashboard.ts'
import { districtTree } from './district-tree.ts'
import { personCard } from './person-card.ts'
import { schoolBoard } from './school-board.ts'
import { teacherPage } from './teacher-page.ts'
import type { Workload } from './workload.ts'

/** All workloads, as the table shows them. */
export const workloads: readonly Workload[] = [personCard, schoolBoard, districtTree, teacherPage, dashboard]
