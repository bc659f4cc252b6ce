/** A state diagram in Markdown, out of arrows such as `DRAFT --> SUBMITTED: submitPlan`. */
export const drawStates = (arrows: readonly string[]): string => `\`\`\`mermaid
stateDiagram-v2
${arrows.map((arrow) => `  ${arrow}`).join('\n')}
\`\`\`
`

/** The table of all steps of a workflow in Markdown; a step's cells are in the order of the columns. */
export const drawSteps = (steps: readonly (readonly string[])[]): string =>
  [columns, columns.map(() => '---'), ...steps]
    .map((cells, index) => (index === 1 ? `|${cells.join('|')}|\n` : `| ${cells.join(' | ')} |\n`))
    .join('')

const columns = ['step', 'mutation', 'who', 'from', 'to', 'when', 'tells', 'as']
