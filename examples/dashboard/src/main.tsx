import './style/fonts.css'
import './style/base.css'
import './style/frame.css'
import './style/sections.css'
import './style/sign-in.css'
import './style/tables.css'
import './style/figures.css'
import './style/print.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'

const place = document.querySelector('#dashboard')
if (place)
  createRoot(place).render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
