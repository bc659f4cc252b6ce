import { useGraphiQLActions } from '@graphiql/react'
import { useEffect, useState } from 'react'
import { exchange } from './exchange.ts'

/** How long an answer is waited for, or a subscription listened to; and a way to stop it. */
export const Progress = () => {
  const last = exchange.use()
  const { stop } = useGraphiQLActions()
  const running = last !== null && last.until === null
  const [, setTick] = useState(0)
  useEffect(() => {
    if (!running) return
    const timer = setInterval(() => setTick(performance.now()), 100)
    return () => clearInterval(timer)
  }, [running])
  if (!running) return null
  const seconds = ((performance.now() - last.since) / 1_000).toFixed(1)
  return (
    <div className="progress">
      <progress aria-label="The answer is on its way" />
      <span>
        {last.listening
          ? `Listening for ${seconds} s, events: ${last.events[0]?.number ?? 0}`
          : `Asking for ${seconds} s`}
      </span>
      <button type="button" className="button" onClick={stop}>
        Stop
      </button>
    </div>
  )
}
