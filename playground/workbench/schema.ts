import { buildSchema } from 'graphql'
import sdl from '../../sdk/generated/schema.graphql?raw'

/** The schema as it was built: strangers read it, too, and nobody's budget pays for it. */
export const schema = buildSchema(sdl, { assumeValidSDL: true })
