import { useLoaderData } from 'react-router';
import type { LoaderFunctionArgs } from 'react-router';
import { ask } from '../api/ask';
import { PageHead } from '../frame/page-head';
import { usePage } from '../request/page-context';
import type { Handle } from '../request/site-routes';
import { ChapterLinks } from './chapter-links';
import { Chapters } from './queries';

export const handle: Handle = { cached: true, sheet: 'reading' };

export const loader = ({ context }: LoaderFunctionArgs) => ask(context, Chapters, {});

/** Where there are people of ours. */
export default function ChapterList() {
  const { words, organisationName } = usePage();
  const { chapters } = useLoaderData<typeof loader>();
  const t = words.site.chapters;
  return (
    <div className="wide">
      <PageHead title={t.title} description={t.lead({ organisation: organisationName })} />
      <h1>{t.title}</h1>
      <p className="lead">{t.lead({ organisation: organisationName })}</p>
      {chapters.length === 0 ? <p>{t.none}</p> : <ChapterLinks chapters={chapters} />}
    </div>
  );
}
