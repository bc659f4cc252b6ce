import { randomUUID } from 'node:crypto'
import type { Client, PlanContentInput } from '../../sdk/index.ts'
import { appoint } from '../appoint.ts'
import { makeDistrict } from '../district.ts'
import { clientOf, server, signInOperator } from '../support.ts'
import type { Actor, Attempt, Content, Owner, Period } from './model.ts'
import { steps } from './steps.ts'

const indicators: Readonly<Record<Owner, Readonly<Record<Content['indicator'], string | null>>>> = {
  Sari: {
    none: null,
    one: 'POSITIVE_DISCIPLINE',
    another: 'INSTRUCTION',
    'of the other position': 'VISION_AND_MISSION',
  },
  Budi: {
    none: null,
    one: 'VISION_AND_MISSION',
    another: 'PROGRAM_AND_BUDGET_PLANNING',
    'of the other position': 'POSITIVE_DISCIPLINE',
  },
}

/** A district with everybody of the model in it, each with a client of his own. */
export async function setTable(period: Period) {
  const district = await makeDistrict()
  const wati = await appoint(district, { position: 'OFFICE_ADMIN', at: 'office' })
  const names = ['Sari', 'Budi', 'Dewi', 'Ratna', 'Agus', 'Hadi'] as const
  const signedIn = await Promise.all(names.map(async (name) => [name, await district.signIn(name)] as const))
  const clients = {
    ...Object.fromEntries(signedIn),
    Wati: await wati.signIn(),
    operator: await signInOperator(),
  } as Record<Actor, Client>
  const catalogue = await (await clientOf()).developmentActivities({ period: '2024-S1' })
  const activity = (wanted: number) => catalogue.find(({ number }) => number === wanted)?.id ?? ''
  const { pool } = (await server()).database
  const plans: Record<Owner, string> = { Sari: `pln_${randomUUID()}`, Budi: `pln_${randomUUID()}` }
  const keys = [...names.map((name) => district.person(name)), wati.person].map((id) => id.slice(4))

  function inputOf(content: Content, owner: Owner): PlanContentInput {
    const { trainings, communities, programmes } = content
    const indicator = indicators[owner][content.indicator]
    const planned = [
      { activity: activity(1), times: trainings },
      { activity: activity(3), times: communities },
      { activity: activity(6), times: programmes },
    ]
    return {
      indicator: indicator && `ind_${indicator}`,
      behaviours: [
        ...content.behaviours.map((number) => `beh_${indicator ?? 'INSTRUCTION'}.${number}`),
        ...(content.strays ? ['beh_CARE_AND_CONCERN.1'] : []),
      ],
      activities: planned.filter(({ times }) => times > 0),
      duties: content.duty ? [{ name: 'Wali kelas', decree: '800/12' }] : [],
      expectations: content.expectation === null ? [] : [{ value: 'SERVICE', text: content.expectation }],
    }
  }

  return {
    clients,
    plans,
    school: district.school,
    /** Sends a step, to a plan of `version`. */
    async send({ owner, action, actor, off, content: given, noted }: Attempt, version: number): Promise<void> {
      const content = inputOf(given, owner)
      const client = clients[actor]
      if (action === 'DRAFT') {
        const drafted = await client.draftPlan({ input: { assignment: district.assignment(owner), period, content } })
        if (drafted) plans[owner] = drafted.id
        return
      }
      const notes = noted.map((item) => ({ item, note: 'Perlu' })) as Parameters<typeof steps.ADJUST>[2]['notes']
      const take = steps[action as keyof typeof steps]
      await take(client, { plan: plans[owner], version: version + off }, { content, notes })
    },
    /** How many events there are of each topic. */
    async events(): Promise<Record<string, number>> {
      const { rows } = await pool.query<{ topic: string; count: number }>(
        'select topic, count(*)::int from event where subject = any($1::uuid[]) group by topic',
        [[...keys, ...Object.values(plans).map((id) => id.slice(4))]],
      )
      return Object.fromEntries(rows.map(({ topic, count }) => [topic, count]))
    },
  }
}

export type Table = Awaited<ReturnType<typeof setTable>>
