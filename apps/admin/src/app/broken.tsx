import { Button } from '@mantine/core';
import { ApiFault } from '@upstander/api-client';
import { useEffect } from 'react';
import { useRouteError } from 'react-router';
import { explain } from '../api/explain';
import { PageHeader } from '../parts/ui/page-header';
import { useStartWords } from '../words/start-words';
import { isLoadFailure, reloadWhenReachable } from './missing-chunk';

/**
 * Shown if a screen crashed or failed to load. The latter reloads once the server answers. Drafts keep form input, so a
 * reload loses nothing.
 */
export function ErrorScreen() {
  const { words, locale, t } = useStartWords();
  const error = useRouteError();
  const isUnreachable = isLoadFailure(error);
  useEffect(() => (isUnreachable ? reloadWhenReachable() : undefined), [isUnreachable]);
  const title = isUnreachable ? t.common.unreachableTitle : t.common.brokeTitle;
  const text = isUnreachable ? t.common.networkFault : t.common.brokeText;
  return (
    <div>
      <PageHeader title={title} lead={error instanceof ApiFault ? explain(words, locale, error) : text} />
      <Button onClick={() => window.location.reload()}>{isUnreachable ? t.common.tryAgain : t.common.reload}</Button>
    </div>
  );
}

export function BrokenPage() {
  return (
    <main style={{ padding: 24 }}>
      <ErrorScreen />
    </main>
  );
}
