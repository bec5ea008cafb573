import { useLoaderData } from 'react-router';
import type { LoaderFunctionArgs } from 'react-router';
import { queryApi } from '../api/ask';
import { PageHead } from '../frame/page-head';
import { usePage } from '../request/page-context';
import type { Handle } from '../request/site-routes';
import { ChapterLinks } from './chapter-links';
import { placesOnMap } from './chapter-map';
import { ChapterPlaces, Chapters } from './queries';

export const handle: Handle = { cached: true, sheet: 'reading' };

export async function loader({ context }: LoaderFunctionArgs) {
  const [{ chapters }, { organization, chapterPlaces }] = await Promise.all([
    queryApi(context, Chapters, {}),
    queryApi(context, ChapterPlaces, {}),
  ]);
  return { chapters, hasMap: organization.country === 'US' && placesOnMap(chapterPlaces).length > 0 };
}

export default function ChapterList() {
  const { words, organizationName } = usePage();
  const { chapters, hasMap } = useLoaderData<typeof loader>();
  const t = words.site.chapters;
  return (
    <div className="wide">
      <PageHead title={t.title} description={t.lead({ organization: organizationName })} />
      <h1>{t.title}</h1>
      <p className="lead">{t.lead({ organization: organizationName })}</p>
      {hasMap && (
        <p>
          <img className="map" src="/chapters/map.svg" width="960" height="560" alt={t.mapText} />
        </p>
      )}
      {chapters.length === 0 ? <p>{t.none}</p> : <ChapterLinks chapters={chapters} />}
    </div>
  );
}
