import { v7 as newId } from 'uuid'
import { signToken } from '../../server/access/token.ts'
import { ErrorCode } from '../../server/generated/schema.ts'
import { makeDistrict } from '../district.ts'
import { post, secret, server } from '../support.ts'
import { type Place, placesOf } from './places.ts'

/** What a client may have done wrong; the others are our mistakes. */
const refusals: readonly string[] = Object.values(ErrorCode).filter(
  (code) => !['INTERNAL', 'TIMEOUT', 'SERVICE_UNAVAILABLE', 'RATE_LIMITED'].includes(code),
)

/** What came back. */
export interface Answer {
  readonly status: number
  readonly text: string
  /** Of all errors. */
  readonly codes: readonly string[]
  readonly messages: readonly string[]
  /** Undefined where nothing was counted. */
  readonly totalCount: number | undefined
  /** The statement that was asked; empty where it is not told. */
  readonly statement: string
}

/** A district with a report of an import, every place where a request can bring a value, and an operator who asks. */
export async function makeStage(): Promise<{
  places: Place[]
  ask(body: object): Promise<Answer>
  /** Asks, and has the statement told. */
  explain(body: object): Promise<Answer>
}> {
  const district = await makeDistrict()
  const { database } = await server()
  const report = newId()
  await database.pool.query('insert into import_report values ($1, now())', [report])
  const places = placesOf({
    Office: district.office,
    School: district.school,
    Area: district.area,
    Person: district.person('Sari'),
    Assignment: district.assignment('Ratna'),
    Period: 'prd_2026',
    ImportReport: `imp_${report}`,
  })
  const authorization = `Bearer ${await signToken(secret, { role: 'OPERATOR' }, 1)}`
  return {
    places,
    ask: (body) => ask(body, { authorization }),
    explain: (body) => ask(body, { authorization, 'x-explain': '1' }),
  }
}

async function ask(body: object, headers: Record<string, string>): Promise<Answer> {
  const { status, text } = await post(JSON.stringify(body), headers)
  const { errors = [], extensions } = JSON.parse(text)
  const counted = /"totalCount":(\d+)/.exec(text)?.[1]
  return {
    status,
    text,
    codes: errors.map((error: { extensions: { code: string } }) => error.extensions.code),
    messages: errors.map((error: { message: string }) => error.message),
    totalCount: counted === undefined ? undefined : Number(counted),
    statement: extensions?.reader?.statement ?? '',
  }
}

/** Whether a request was answered, or refused as it should be: with a code for what the client did, and no trace of ours. */
export function isInOrder({ status, text, codes }: Answer): boolean {
  return (
    [200, 400].includes(status) && codes.every((code) => refusals.includes(code)) && !/node_modules|\.ts:\d/.test(text)
  )
}

/** The values for which something does not hold; a few are tried at a time. */
export async function failing<Value>(
  values: readonly Value[],
  holds: (value: Value) => Promise<boolean>,
): Promise<Value[]> {
  const failed: Value[] = []
  const left = values.values()
  const lane = async () => {
    for (const value of left) if (!(await holds(value))) failed.push(value)
  }
  await Promise.all(Array.from({ length: 8 }, lane))
  return failed
}
