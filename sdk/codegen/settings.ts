/** How the types of operations are printed, ours and those of whoever writes documents of his own. */
export const settings = {
  // a moment comes out as a Date, by the plan that each operation brings; a calendar day stays a day
  scalars: { ID: 'string', Date: 'string', DateTime: { input: 'Date | string', output: 'Date' }, NIP: 'string' },
  strictScalars: true,
  immutableTypes: true,
  arrayInputCoercion: false,
  inlineFragmentTypes: 'combine',
} as const
