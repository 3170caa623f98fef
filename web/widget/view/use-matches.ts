import { useEffect, useState } from 'preact/hooks';

export function useMatches(query: MediaQueryList): boolean {
  const [matches, setMatches] = useState(query.matches);
  useEffect(() => {
    const changed = () => setMatches(query.matches);
    changed();
    // Safari before 14 has only the older name.
    query.addListener(changed);
    return () => query.removeListener(changed);
  }, [query]);
  return matches;
}
