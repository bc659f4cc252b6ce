import 'graphql-voyager/dist/voyager.css'
import { sdlToSchema, Voyager } from 'graphql-voyager'
import sdl from '../../sdk/generated/schema.graphql?raw'

// The drawing it keeps would be read again as a data: address, which the page's policy stops.
localStorage.removeItem('VoyagerSVGCache')

const schema = sdlToSchema(sdl)

/** The types of the schema and how they lead to each other. */
export const Schema = () => <Voyager introspection={schema} displayOptions={{ sortByAlphabet: true }} />
