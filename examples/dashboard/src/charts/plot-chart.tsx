import { type PlotOptions, plot } from '@observablehq/plot'
import { useLayoutEffect, useRef, useState } from 'react'

/** A drawing of Observable Plot, as wide as there is room. The label stands for it where it cannot be seen. */
export function PlotChart({ options, label }: { readonly options: PlotOptions; readonly label: string }) {
  const box = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(0)
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return
    const measure = () => setWidth(element.clientWidth)
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  useLayoutEffect(() => {
    if (width === 0) return
    // the class is one and the same, so that the page's policy can allow the style that comes with it
    const drawing = plot({ className: 'plot', width, height, ...options })
    drawing.ariaHidden = 'true'
    box.current?.replaceChildren(drawing)
  }, [options, width])
  return <div ref={box} className="chart" role="img" aria-label={label} />
}

/** As in `figures.css`, which keeps the room. */
const height = 260
