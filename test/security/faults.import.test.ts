import { expect, test } from 'vitest'
import { explain } from '../../server/database/unavailable.ts'
import type { ImportOptions } from '../../server/import/import.ts'
import { makeTown, places } from '../import.delivery.ts'
import { addressOf, connectTo } from './outage.ts'

test('F8: an import that loses a deadlock says to run it again, and then loads', async () => {
  const town = await makeTown()
  const rival = await connectTo(await addressOf(town.pool))
  try {
    const { offices, schools } = places
    await town.deliver({ offices: offices ?? [] })
    // the import notices the deadlock, not the rival
    await rival.query(`set deadlock_timeout = '60s'; begin; select from office for update`)
    let taking: Promise<unknown> | undefined
    const onProgress: ImportOptions['onProgress'] = ({ stage }) => {
      if (stage === 'CHECKING') taking ??= rival.query('lock table school in access exclusive mode')
    }
    const failure: unknown = await town.deliver({ schools: schools ?? [] }, { onProgress }).catch((error) => error)
    expect(explain(failure)).toBe('Another change was in the way: run it again.')
    await taking
    await rival.query('rollback')
    expect((await town.deliver({ schools: schools ?? [] })).files).toMatchObject([{ inserted: 1 }])
  } finally {
    await rival.end()
    await town.close()
  }
})
