import { ApiError, type Client } from '../../sdk/index.ts'

/** A panel of a dashboard: the plans that wait for agreement, as HTML; what went wrong in words. */
export async function waitingPlans(client: Client): Promise<string> {
  try {
    const rows: string[] = []
    for await (const { assignment, submittedAt } of client.plans({ filter: { status: ['SUBMITTED'] } })) {
      rows.push(`<li>${assignment.person.name}, since ${submittedAt?.toISOString().slice(0, 10)}</li>`)
    }
    return rows.length > 0 ? `<ul>${rows.join('')}</ul>` : '<p>Nobody waits for you.</p>'
  } catch (error) {
    if (ApiError.is(error, 'UNAUTHENTICATED')) return '<p>Sign in again.</p>'
    throw error
  }
}
