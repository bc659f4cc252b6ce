/** The names that a module exports; those that are types alone begin with `type `. */
export type Exports = Readonly<Record<string, readonly string[]>>

/** Prints the imports that a program needs: of all that modules export, what it uses. */
export const printImports = (program: string, modules: Exports): string[] => {
  const words = new Set(program.replace(notCode, '').match(/\w+/g))
  return Object.entries(modules).flatMap(([module, names]) => {
    const [types, values] = [true, false].map((isType) =>
      names.filter((name) => name.startsWith(type) === isType).map((name) => name.replace(type, '')),
    ) as [string[], string[]]
    return [
      ...printImport(
        'import type',
        types.filter((name) => words.has(name)),
        module,
      ),
      ...printImport(
        'import',
        values.filter((name) => words.has(name)),
        module,
      ),
    ]
  })
}

const printImport = (keyword: string, names: readonly string[], module: string): string[] =>
  names.length > 0 ? [`${keyword} { ${names.join(', ')} } from '${module}'`] : []

const type = 'type '
const notCode = /\/\*[\s\S]*?\*\/|"(?:\\.|[^"\\])*"|'[^'\n]*'/g
