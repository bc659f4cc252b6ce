import { expect, test } from 'vitest'
import { authorizationUrl, isAnswer, newQuestion, SignInError, signedIn } from '../playground/oidc.ts'

const question = { state: 'the state', nonce: 'the nonce' }

const tokenOf = (claims: object) =>
  ['{}', JSON.stringify(claims), ''].map((part) => Buffer.from(part).toString('base64url')).join('.')

const answer = (fields: Record<string, string>) => `#${new URLSearchParams({ state: question.state, ...fields })}`

test('somebody who signs in is sent to the issuer for a token that names him', () => {
  const issuer = { authorization: 'https://issuer.example/authorize?prompt=login', client: 'playground' }
  const url = new URL(authorizationUrl(issuer, 'https://graph.example/graphql', question))
  expect(url.origin + url.pathname).toBe('https://issuer.example/authorize')
  expect(Object.fromEntries(url.searchParams)).toEqual({
    prompt: 'login',
    response_type: 'id_token',
    scope: 'openid email',
    client_id: 'playground',
    redirect_uri: 'https://graph.example/graphql',
    ...question,
  })
})

test('each sign-in asks with a state and a nonce of its own', () => {
  const questions = [newQuestion(), newQuestion()].flatMap(({ state, nonce }) => [state, nonce])
  expect(new Set(questions).size).toBe(4)
  for (const text of questions) expect(text.length).toBeGreaterThan(20)
})

test.each([
  [{ name: 'Siti Ünal', email: 'siti@example.id' }, 'Siti Ünal'],
  [{ email: 'siti@example.id' }, 'siti@example.id'],
  [{ sub: '17' }, '17'],
])('who comes back with %j is signed in as %s', (claims, name) => {
  const token = tokenOf({ ...claims, nonce: question.nonce })
  expect(signedIn(answer({ id_token: token }), question)).toEqual({ token, name })
})

const right = tokenOf({ sub: '17', nonce: question.nonce })

test.each([
  ['an answer that no window asked for', answer({ id_token: right }), null, 'not begun in this window'],
  ['a wrong state', answer({ id_token: right, state: 'another' }), question, 'not begun in this window'],
  ['no state', `#id_token=${right}`, question, 'not begun in this window'],
  ['an error under a wrong state', answer({ error: 'access_denied', state: 'another' }), question, 'not begun'],
  ['a wrong nonce', answer({ id_token: tokenOf({ nonce: 'another' }) }), question, 'answers another sign-in'],
  ['no nonce', answer({ id_token: tokenOf({ sub: '17' }) }), question, 'answers another sign-in'],
  ['what is no token', answer({ id_token: 'no.token' }), question, 'answers another sign-in'],
  ['a refusal that is known', answer({ error: 'access_denied' }), question, 'did not agree'],
  ['any other', answer({ error: 'odd', error_description: 'Come tomorrow.' }), question, 'refused: Come tomorrow.'],
  ['one without words', answer({ error: 'odd' }), question, 'refused: odd'],
])('%s signs nobody in', (_what, fragment, asked, message) => {
  const read = () => signedIn(fragment, asked)
  expect(read).toThrow(SignInError)
  expect(read).toThrow(message)
})

test('fragments that are no answers are left alone', () => {
  expect(isAnswer(answer({ id_token: right }))).toBe(true)
  expect(isAnswer(answer({ error: 'access_denied' }))).toBe(true)
  for (const fragment of ['', '#', '#person/asg_1?on=2024-01-02', '#state=1', '#id_token=1']) {
    expect(isAnswer(fragment)).toBe(false)
  }
})
