import type { OperationDefinitionNode } from 'graphql'
import { commentLinesOf, nameOf } from './document.ts'

/** Who uses the SDK. */
export const personas = {
  teacher: 'A teacher (guru): the own plan, evidence, observations and appraisal.',
  principal: "A principal (kepala sekolah): the same, and the teachers' whom he or she appraises.",
  office: 'Somebody of an education office (dinas): its head, an inspector of a work team (Tim Kerja), or an admin.',
  operator: 'Who runs the system.',
  analyst: 'An analyst: organisations and sums, nobody in person.',
  application: 'A program of a district, with an API key.',
} as const

export type Persona = keyof typeof personas

/** Whose an operation is, as its comment says: `# persona: teacher, principal`. Throws when it does not. */
export const personasOf = (operation: OperationDefinitionNode): Persona[] => {
  const line = commentLinesOf(operation).find((text) => text.startsWith(mark))
  const named = line?.slice(mark.length).split(/,\s*/) ?? []
  if (named.length === 0 || !named.every(isPersona)) {
    throw new Error(
      `${nameOf(operation)} wants a comment \`# ${mark}…\` above it, of ${Object.keys(personas).join(', ')}.`,
    )
  }
  return named
}

const isPersona = (name: string): name is Persona => Object.hasOwn(personas, name)
const mark = 'persona: '
