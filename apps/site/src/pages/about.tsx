import { useLoaderData } from 'react-router';
import type { LoaderFunctionArgs } from 'react-router';
import { queryApi } from '../api/ask';
import { ChapterLinks } from '../chapters/chapter-links';
import { Chapters } from '../chapters/queries';
import { PageHead } from '../frame/page-head';
import { usePage } from '../request/page-context';
import type { Handle } from '../request/site-routes';
import { Sections } from '../frame/sections';

export const handle: Handle = { cached: true, sheet: 'reading' };

export const loader = ({ context }: LoaderFunctionArgs) => queryApi(context, Chapters, {});

export default function About() {
  const { words, organizationName } = usePage();
  const { chapters } = useLoaderData<typeof loader>();
  const t = words.site.about;
  return (
    <div className="narrow">
      <PageHead title={t.title({ organization: organizationName })} description={t.lead} />
      <h1>{t.title({ organization: organizationName })}</h1>
      <p className="lead">{t.lead}</p>
      <Sections sections={t.sections} />
      {chapters.length > 0 && (
        <section>
          <h2>{words.site.chapters.title}</h2>
          <ChapterLinks chapters={chapters} />
        </section>
      )}
    </div>
  );
}
