import { Button } from '@mantine/core';
import { ApiFault } from '@upstander/api-client';
import { useRouteError } from 'react-router';
import { explain } from '../api/explain';
import { PageHeader } from '../parts/ui/page-header';
import { useStartWords } from '../words/start-words';

/** A screen that threw. What was typed into a form is kept by its draft, so a reload loses nothing. */
export function Broken() {
  const { words, locale, t } = useStartWords();
  const error = useRouteError();
  const text = error instanceof ApiFault ? explain(words, locale, error) : t.common.brokeText;
  return (
    <div>
      <PageHeader title={t.common.brokeTitle} lead={text} />
      <Button onClick={() => window.location.reload()}>{t.common.reload}</Button>
    </div>
  );
}

/** The same where not even the frame could be shown. */
export function BrokenPage() {
  return (
    <main style={{ padding: 24 }}>
      <Broken />
    </main>
  );
}
