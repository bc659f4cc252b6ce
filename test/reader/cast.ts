import { signToken } from '../../server/access/token.ts'
import { programHeaders, programsEnd } from '../program.ts'
import { secret } from '../support.ts'
import type { Viewer } from './asked.ts'
import { holds, today } from './day.ts'
import type { Assignment, World } from './world.ts'

/** Somebody who asks: who he is, and how he shows it. */
export interface Actor {
  readonly viewer: Viewer
  readonly headers: Readonly<Record<string, string>>
}

type Post = (assignment: Assignment, world: World) => boolean

const inForce = (assignment: Assignment) => holds(assignment, today)

const rates = ({ id }: Assignment, { edges }: World) =>
  edges.some((edge) => edge.supervisor === id && edge.capacity === 'APPRAISER')

/** Each kind of viewer by a post that he holds. */
const posts: Readonly<Record<string, Post>> = {
  'province head': (post) => post.position === 'OFFICE_HEAD' && post.officeCode === '35',
  'office head': (post) => post.position === 'OFFICE_HEAD' && post.officeCode !== '35' && inForce(post),
  'former office head': (post) => post.position === 'OFFICE_HEAD' && !inForce(post),
  inspector: ({ position, id }, { edges }) =>
    position === 'SCHOOL_INSPECTOR' && edges.some((edge) => edge.supervisor === id && edge.capacity === 'WORK_TEAM'),
  'province admin': (post) => post.position === 'OFFICE_ADMIN' && post.officeCode === '35' && inForce(post),
  'office admin': (post) => post.position === 'OFFICE_ADMIN' && post.officeCode !== '35' && inForce(post),
  'former office admin': (post) => post.position === 'OFFICE_ADMIN' && !inForce(post),
  'admin who rates': (post, { assignments, ...world }) =>
    post.position === 'OFFICE_ADMIN' &&
    inForce(post) &&
    assignments.some((each) => each.personId === post.personId && rates(each, { assignments, ...world })),
  principal: (post, world) =>
    post.position === 'PRINCIPAL' && post.basis === 'DEFINITIVE' && inForce(post) && rates(post, world),
  'former principal': (post, world) => post.position === 'PRINCIPAL' && !inForce(post) && rates(post, world),
  'acting principal': ({ basis }) => basis === 'ACTING',
  teacher: (post) => post.position === 'TEACHER' && inForce(post),
  'senior teacher': (post, world) => post.position === 'TEACHER' && rates(post, world),
  'somebody with two posts': (post, { assignments }) =>
    post.basis === 'DEFINITIVE' && assignments.some(({ id, personId }) => id !== post.id && personId === post.personId),
}

const claims = {
  operator: { role: 'OPERATOR' },
  analyst: { role: 'ANALYST' },
  'somebody we do not know': { role: 'PERSON', person: 'per_01890000-0000-4000-8000-000000000000' },
} as const

const programs = {
  'program of the province': { office: '35', scopes: ['SUPERVISION_READ'] },
  'program of a district': { office: '35.15', scopes: ['IMPORT_WRITE', 'SUPERVISION_READ'] },
  'program of an empty office': { office: '51', scopes: ['SUPERVISION_READ'] },
  'program for plans': { office: '35', scopes: ['PLAN_READ'] },
  'program for plans and people': { office: '35.15', scopes: ['PLAN_READ', 'SUPERVISION_READ'] },
  'program for appraisals': { office: '35', scopes: ['APPRAISAL_READ'] },
  'program for imports': { office: '35', scopes: ['IMPORT_WRITE'] },
} as const

/** One viewer of each kind that there is in a world. */
export async function castOf(world: World): Promise<Readonly<Record<string, Actor>>> {
  const people = Object.entries(posts).flatMap(([kind, fits]) => {
    const post = world.assignments.find((assignment) => fits(assignment, world))
    return post ? [[kind, { role: 'PERSON' as const, person: post.personId }] as const] : []
  })
  const idle = world.people.find(({ id }) => !world.assignments.some(({ personId }) => personId === id))
  if (idle) people.push(['somebody without a post', { role: 'PERSON', person: idle.id }])
  const signedIn = [...people, ...Object.entries(claims)].map(async ([kind, who]) => [kind, await signIn(who)] as const)
  const keys = Object.entries(programs).map(([kind, program]) => [kind, keyHolder(program)] as const)
  return {
    ...Object.fromEntries(await Promise.all(signedIn)),
    ...Object.fromEntries(keys),
    stranger: { viewer: null, headers: {} },
  }
}

const keyHolder = (program: (typeof programs)[keyof typeof programs]): Actor => ({
  viewer: { role: 'INTEGRATION', person: null, ...program, expiresAt: programsEnd },
  headers: programHeaders(program),
})

async function signIn(who: { role: 'PERSON' | 'OPERATOR' | 'ANALYST'; person?: string }): Promise<Actor> {
  const person = who.person?.slice(4)
  const token = await signToken(secret, { role: who.role, ...(person && { person }) }, 1)
  const { exp } = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString())
  return {
    viewer: {
      role: who.role,
      person: who.person ?? null,
      office: null,
      scopes: [],
      expiresAt: new Date(exp * 1000).toISOString(),
    },
    headers: { authorization: `Bearer ${token}` },
  }
}
