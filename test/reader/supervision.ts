import type { Asked, ListArguments, Rules } from './asked.ts'
import { holds } from './day.ts'
import { type Link, linksAbove, type Place, placesBelow } from './line.ts'
import { type Order, page } from './page.ts'
import { assignments } from './people.ts'
import { refused } from './refused.ts'
import { seesAssignment, seesSupervision } from './sight.ts'
import type { Assignment, World } from './world.ts'

interface Line {
  readonly capacity?: string | null
}

interface Tree extends Line, ListArguments {
  readonly root: string
  readonly maxDepth: number | null
}

/** Level by level. */
export const treeOrder: Order<Place> = {
  name: 'by level',
  keys: ({ depth, parentId, id }) => [depth, parentId ?? '', id],
  descending: false,
}

const assignmentOf = (world: World, id: string) => world.assignments.find((each) => each.id === id)

function seen(id: string, asked: Asked): Assignment {
  const assignment = assignmentOf(asked.world, id)
  if (!assignment || !seesAssignment(assignment, asked)) throw refused('NOT_FOUND')
  return assignment
}

const above = (id: string, { capacity }: Line, { world, day }: Asked) =>
  linksAbove(world, id, capacity ?? 'APPRAISER', day)

const shownTo = (asked: Asked) => (id: string) => {
  const assignment = assignmentOf(asked.world, id)
  return assignment !== undefined && seesAssignment(assignment, asked)
}

const below = ({ id, capacity }: Place, asked: Asked) =>
  placesBelow(asked.world, id, capacity, asked.day, shownTo(asked)).slice(1)

/** All who ever stood directly above an assignment. */
function everAbove(world: World, id: string): Link[] {
  const days = world.edges.filter(({ subordinate }) => subordinate === id).map(({ from }) => from)
  const links = days
    .flatMap((day) => ['APPRAISER', 'WORK_TEAM'].flatMap((capacity) => linksAbove(world, id, capacity, day)))
    .filter(({ depth }) => depth === 1)
    .map((link) => [`${link.from} ${link.capacity} ${link.supervisor}`, link] as const)
  return [...new Map(links).entries()].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, link]) => link)
}

/** The assignment at the upper end of a link. */
const at = ({ supervisor }: Link, { world }: Asked) => assignmentOf(world, supervisor)

function placeName(link: Link, _: unknown, asked: Asked): string | undefined {
  const { npsn, officeCode } = at(link, asked) ?? {}
  const school = asked.world.schools.find((each) => each.npsn === npsn)
  return (school ?? asked.world.offices.find(({ code }) => code === officeCode))?.name
}

/** Who supervises whom. */
export const supervisionRules: Rules = {
  Query: {
    supervisionTree: (_: unknown, { root, capacity, maxDepth, first, after }: Tree, asked) => {
      const inOffice = holds(seen(root, asked), asked.day)
      const places = placesBelow(asked.world, root, capacity ?? 'APPRAISER', asked.day, shownTo(asked), maxDepth ?? 32)
      return page(asked.field, inOffice ? places : [], treeOrder, first ?? 0, after)
    },
    supervisionChain: (_: unknown, { assignment, ...line }: Line & { assignment: string }, asked) =>
      above(seen(assignment, asked).id, line, asked),
  },
  Assignment: {
    supervisor: ({ id }: Assignment, line: Line, asked) => (seesSupervision(asked) ? above(id, line, asked)[0] : null),
    supervisors: ({ id }: Assignment, _: unknown, asked) => (seesSupervision(asked) ? everAbove(asked.world, id) : []),
    subordinates: ({ id }: Assignment, { capacity, ...args }: Line & ListArguments, asked) => {
      const places = placesBelow(asked.world, id, capacity ?? 'APPRAISER', asked.day, shownTo(asked), 1).slice(1)
      const direct = asked.world.assignments.filter((each) => places.some((place) => place.id === each.id))
      return assignments(direct, args, asked)
    },
  },
  SupervisionNode: {
    childCount: (place: Place, _: unknown, asked) =>
      below(place, asked).filter(({ parentId }) => parentId === place.id).length,
    descendantCount: (place: Place, _: unknown, asked) => below(place, asked).length,
    // only places are listed whose row is seen
    assignment: ({ id }: Place, _: unknown, { world }) => assignmentOf(world, id),
  },
  SupervisionLink: {
    name: (link: Link, _: unknown, asked) =>
      asked.world.people.find(({ id }) => id === at(link, asked)?.personId)?.name,
    position: (link: Link, _: unknown, asked) => at(link, asked)?.position,
    basis: (link: Link, _: unknown, asked) => at(link, asked)?.basis,
    place: placeName,
    assignment: (link: Link, _: unknown, asked) => {
      const assignment = at(link, asked)
      return assignment && seesAssignment(assignment, asked) ? assignment : null
    },
  },
}
