import { useLayoutEffect, useRef, useState } from 'react'

/** A drawing of Observable Plot at the width that there is. The label stands for it where it cannot be seen. */
export function PlotChart({ draw, label }: { readonly draw: (width: number) => Element; readonly label: string }) {
  const box = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(0)
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return
    setWidth(element.clientWidth)
    const observer = new ResizeObserver(() => setWidth(element.clientWidth))
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  useLayoutEffect(() => {
    if (width > 0) box.current?.replaceChildren(draw(width))
  }, [draw, width])
  return <div ref={box} className="chart" role="img" aria-label={label} />
}
