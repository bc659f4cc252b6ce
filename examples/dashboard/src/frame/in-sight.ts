import { useEffect, useState } from 'react'

/** Which of several elements, by id, stands at the upper part of the window. */
export function useInSight(ids: readonly string[]): string | undefined {
  const [current, setCurrent] = useState(ids[0])
  const names = ids.join(' ')
  useEffect(() => {
    const look = () => {
      const line = innerHeight / 3
      const above = names.split(' ').filter((id) => {
        const element = document.getElementById(id)
        return element && element.getBoundingClientRect().top <= line
      })
      const atEnd = scrollY > 0 && scrollY + innerHeight >= document.documentElement.scrollHeight - 1
      setCurrent((atEnd ? names.split(' ') : above).at(-1) ?? names.split(' ')[0])
    }
    look()
    addEventListener('scroll', look, { passive: true })
    return () => removeEventListener('scroll', look)
  }, [names])
  return current
}
