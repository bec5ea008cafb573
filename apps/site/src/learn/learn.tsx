import { useLoaderData } from 'react-router';
import type { LoaderFunctionArgs } from 'react-router';
import { queryApi } from '../api/ask';
import { Drawing } from '../drawings/drawings';
import { PageHead } from '../frame/page-head';
import { localeOf } from '../request/locale';
import { usePage } from '../request/page-context';
import type { Handle } from '../request/site-routes';
import { LeaveNote } from '../safety/leave-note';
import { Tracks } from './queries';

/** Quiet pages are never `cached`, but this list is the same for all visitors. */
export const handle: Handle = { reusable: true, sheet: 'front' };

export async function loader({ request, context }: LoaderFunctionArgs) {
  return queryApi(context, Tracks, { locale: localeOf(request) === 'es' ? 'ES' : 'EN' });
}

export default function Learn() {
  const { words } = usePage();
  const { tracks, courses } = useLoaderData<typeof loader>();
  const t = words.site.learn;
  return (
    <div className="wide">
      <PageHead title={t.title} description={t.lead} isPlain />
      <div className="landing-top">
        <div>
          <h1>{t.title}</h1>
          <p className="lead">{t.lead}</p>
          <LeaveNote />
        </div>
        <Drawing name="learn" isFirst />
      </div>
      {courses.length > 0 && (
        <section className="track" aria-labelledby="courses">
          <h2 id="courses">{t.courses}</h2>
          <p>{t.coursesLead}</p>
          <ul className="track-articles">
            {courses.map(({ slug, title, summary }) => (
              <li key={slug} className="panel">
                <h3>
                  <a href={`/learn/courses/${slug}`}>{title}</a>
                </h3>
                <p>{summary}</p>
              </li>
            ))}
          </ul>
        </section>
      )}
      {tracks.map(({ audience, articles }) => (
        <section key={audience} className="track" aria-labelledby={`track-${audience}`}>
          <h2 id={`track-${audience}`}>{t.audiences[audience]}</h2>
          <ul className="track-articles">
            {articles.map(({ id, slug, title, summary }) => (
              <li key={id} className="panel">
                <h3>
                  <a href={`/learn/${slug}`}>{title}</a>
                </h3>
                <p>{summary}</p>
              </li>
            ))}
          </ul>
          {audience === 'SCHOOLS' && (
            <ul className="links">
              <li>
                <a href="/schools">{words.site.schools.title}</a>
              </li>
              <li>
                <a href="/schools/talk">{words.site.schoolTalk.link}</a>
              </li>
            </ul>
          )}
        </section>
      ))}
    </div>
  );
}
