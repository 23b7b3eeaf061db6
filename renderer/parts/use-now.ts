import { useEffect, useState } from 'react'

/** The time in milliseconds since 1970, as new as `everyMs`: for what runs out while somebody looks. */
export function useNow(everyMs: number): number {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const ticking = setInterval(() => setNow(Date.now()), everyMs)
    return () => clearInterval(ticking)
  }, [everyMs])
  return now
}
