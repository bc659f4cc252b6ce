import 'graphql-voyager/dist/voyager.css'
import './schema.css'
import { sdlToSchema, Voyager } from 'graphql-voyager'
import { useState } from 'react'
import sdl from '../../sdk/generated/schema.graphql?raw'

const schema = sdlToSchema(sdl)

// What it kept of an earlier visit it would fetch from a data: address, which the page's policy stops.
const forget = () => localStorage.removeItem('VoyagerSVGCache')

/** The types of the schema and how they lead to each other. */
export const Schema = () => {
  useState(forget)
  return <Voyager introspection={schema} displayOptions={{ sortByAlphabet: true }} />
}
