import { useLoaderData } from 'react-router';
import type { LoaderFunctionArgs } from 'react-router';
import { queryApi, notFound } from '../api/ask';
import { BackLink } from '../frame/back-link';
import { ButtonLink } from '../frame/button';
import { PageHead } from '../frame/page-head';
import { localeOf } from '../request/locale';
import { usePage } from '../request/page-context';
import type { Handle } from '../request/site-routes';
import { LeaveNote } from '../safety/leave-note';
import { CoursePage } from './course-queries';
import { CourseBlock } from './structured-data';

export const handle: Handle = { sheet: 'reading' };

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const locale = localeOf(request) === 'es' ? 'ES' : 'EN';
  const progress = new URL(request.url).searchParams.get('progress');
  const { course } = await queryApi(context, CoursePage, { slug: params['slug'] ?? '', locale, progress });
  if (!course) throw notFound();
  return { course, progress };
}

/** The progress is in the address. */
export default function Course() {
  const { words } = usePage();
  const { course, progress } = useLoaderData<typeof loader>();
  const t = words.site.learn;
  const { slug, title, summary, minutes, lessons, credential, finished } = course;
  const completedCount = lessons.filter((lesson) => lesson.done).length;
  const next = lessons.find((lesson) => !lesson.done) ?? lessons[0];
  const progressQuery = progress !== null && completedCount > 0 ? `?progress=${encodeURIComponent(progress)}` : '';
  return (
    <div className="narrow">
      <PageHead title={title} description={summary} isPlain isPersonal={progressQuery !== ''} />
      {progressQuery === '' && <CourseBlock course={course} />}
      <BackLink to="/learn">{t.title}</BackLink>
      <h1>{title}</h1>
      <p className="lead">{summary}</p>
      <p>
        {t.courseTakes({ minutes, lessons: lessons.length })}{' '}
        {credential && t.courseGives({ training: credential.name, months: credential.validMonths ?? 0 })}
      </p>
      <LeaveNote />
      <ol>
        {lessons.map(({ number, title: lesson, summary: about, done: isDone }) => (
          <li key={number}>
            <a href={`/learn/courses/${slug}/${number}${progressQuery}`}>{lesson}</a>
            {isDone && ` (${t.lessonDone})`}
            <br />
            <span className="small">{about}</span>
          </li>
        ))}
      </ol>
      {progressQuery !== '' && !finished && <p className="note">{t.courseKeep}</p>}
      <p className="actions">
        {finished && progress ? (
          <ButtonLink to={`/account/courses/${slug}/${progress}`} label={t.toCertificate} look="large" />
        ) : (
          <ButtonLink
            to={`/learn/courses/${slug}/${next?.number}${progressQuery}`}
            label={completedCount > 0 ? t.courseGoOn : t.courseBegin}
            look="large"
          />
        )}
      </p>
      {finished && <p className="small">{t.toCertificateHint}</p>}
    </div>
  );
}
