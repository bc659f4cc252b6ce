import type { World } from './world.ts'

/** Who asks; null for a stranger. */
export type Viewer = {
  readonly role: string
  /** The id of the person signed in; null for all others. */
  readonly person: string | null
  /** The code of a program's office; null for all others. */
  readonly office: string | null
  /** What a program may ask for. */
  readonly scopes: readonly string[]
  readonly expiresAt: string
} | null

/** What a field is asked with besides its arguments. */
export interface Asked {
  readonly world: World
  readonly viewer: Viewer
  /** The day whose facts and rights count: the nearest `asOf`, from the field upwards, or today. */
  readonly day: string
  /** The field, as in `School.staff`. */
  readonly field: string
}

/** How a field is answered: from the object it belongs to, and its arguments. */
export type Rule = (row: never, args: never, asked: Asked) => unknown

/** The rules of the fields that are not simply a property of the same name. */
export type Rules = Readonly<Record<string, Readonly<Record<string, Rule>>>>

/** The arguments of a list. */
export interface ListArguments {
  readonly first: number | null
  readonly after?: string | null
  readonly orderBy?: { readonly field: string; readonly direction: string } | null
}
