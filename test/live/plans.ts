import { makeDistrict } from '../district.ts'

/** A district, and a draft of Sari's in it. */
export async function makeDraft() {
  const district = await makeDistrict()
  const [sari, budi] = [await district.signIn('Sari'), await district.signIn('Budi')]
  const content = { indicator: 'ind_POSITIVE_DISCIPLINE', behaviours: ['beh_POSITIVE_DISCIPLINE.1'] }
  const assignment = district.assignment('Sari')
  const drafted = await sari.draftPlan({ input: { assignment, period: '2026', content } })
  const who = (name: Parameters<typeof district.person>[0]) =>
    ({ role: 'PERSON', person: district.person(name).slice(4) }) as const
  return { district, sari, budi, plan: drafted?.id ?? '', who }
}

/** The day of these tests: planning of 2026 is open. */
export const clock = () => new Date('2026-03-02T03:00:00Z')
