import 'graphql-voyager/dist/voyager.css'
import './schema.css'
import { sdlToSchema, Voyager } from 'graphql-voyager'
import sdl from '../../sdk/generated/schema.graphql?raw'

const schema = sdlToSchema(sdl)

/** The types of the schema and how they lead to each other. */
export const Schema = () => <Voyager introspection={schema} displayOptions={{ sortByAlphabet: true }} />
