import { useEffect, useState } from 'react';
import { AlertIcon } from '../parts/ui/icons';
import { useStartWords } from '../words/start-words';

/** A link to the identity provider, if there is one. The prerendered page doesn't contain it. */
export function SingleSignOnLink() {
  const { t } = useStartWords();
  const [name, setName] = useState<string | null>(null);
  useEffect(() => setName(readProviderName()), []);
  if (name === null) return null;
  const to = new URLSearchParams(window.location.search).get('to') ?? '/';
  return (
    <a className="other" href={`/sso?to=${encodeURIComponent(to)}`}>
      {t.signIn.ssoWith({ name })}
    </a>
  );
}

/** The server sends the name in a header of the page (`admin.plugin.ts`). */
function readProviderName(): string | null {
  const [page] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  const entry = page?.serverTiming?.find(({ name }) => name === 'sso');
  return entry ? decodeURIComponent(entry.description) : null;
}

/** Why the identity provider signed no one in, from the address. */
export function SingleSignOnFailure() {
  const { t } = useStartWords();
  const [failure, setFailure] = useState('');
  useEffect(() => setFailure(new URLSearchParams(window.location.search).get('sso') ?? ''), []);
  const texts: Record<string, string> = t.signIn.sso;
  if (!Object.hasOwn(texts, failure)) return null;
  return (
    <div className="notice wrong" role="alert">
      <AlertIcon />
      <p>{texts[failure]}</p>
    </div>
  );
}
