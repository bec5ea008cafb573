import { data, useActionData, useLoaderData } from 'react-router';
import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { ask, notFound, orNotFound } from '../api/ask';
import { shortText } from '../forms/typed';
import { Icon } from '../frame/icons';
import { PageHead } from '../frame/page-head';
import { localeOf } from '../request/locale';
import { usePage } from '../request/page-context';
import { LeaveNote } from '../safety/leave-note';
import { CheckLesson, LessonPage, type Checked } from './course-queries';
import { LessonQuestions } from './lesson-questions';

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const locale = localeOf(request) === 'es' ? 'ES' : 'EN';
  const progress = new URL(request.url).searchParams.get('progress');
  const { course } = await ask(context, LessonPage, { slug: params['slug'] ?? '', locale, progress });
  const lesson = course?.lessons.find(({ number }) => String(number) === params['lesson']);
  if (!course || !lesson) throw notFound();
  return { course, lesson, progress };
}

/** Looks at the answers and says why each is right or not; nothing of it is kept. */
export async function action({ params, request, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const answers = [...Array(8).keys()].flatMap((at) => {
    const typed = form.get(`answer-${at}`);
    return form.has(`asked-${at}`) ? [typeof typed === 'string' && /^\d$/.test(typed) ? Number(typed) : -1] : [];
  });
  const { checkLesson } = await ask(context, CheckLesson, {
    slug: params['slug'] ?? '',
    lesson: Number(params['lesson']),
    answers,
    locale: localeOf(request) === 'es' ? ('ES' as const) : ('EN' as const),
    progress: shortText(form, 'progress') || null,
  }).catch(orNotFound);
  return data(checkLesson);
}

/** One article of a course, and its questions; answered as often as somebody likes. */
export default function Lesson() {
  const { words } = usePage();
  const { course, lesson, progress } = useLoaderData<typeof loader>();
  const checked = useActionData<typeof action>();
  const t = words.site.learn;
  const { slug, title: courseTitle, lessons } = course;
  const mark = checked?.progress ?? progress;
  const query = mark ? `?progress=${encodeURIComponent(mark)}` : '';
  return (
    <article className="narrow article">
      <PageHead title={lesson.title} plain personal />
      <a className="back" href={`/learn/courses/${slug}${query}`}>
        <Icon name="back" />
        {courseTitle}
      </a>
      <p className="small">{t.lessonOf({ number: lesson.number, all: lessons.length })}</p>
      <h1>{lesson.title}</h1>
      {checked && <Outcome checked={checked} slug={slug} lesson={lesson.number} />}
      {!checked && (
        <>
          <p className="lead">{lesson.summary}</p>
          <p className="note">{lesson.note}</p>
          <LeaveNote />
          {/* Made by the API from Markdown that holds no tags. */}
          <div className="prose" dangerouslySetInnerHTML={{ __html: lesson.bodyHtml }} />
        </>
      )}
      <LessonQuestions questions={lesson.questions} checked={checked} progress={mark} />
      {checked && !checked.passed && (
        <p>
          <a href={`/learn/courses/${slug}/${lesson.number}${query}`}>{t.lessonRead}</a>
        </p>
      )}
    </article>
  );
}

/** What came of it, and the way on; it takes the focus, so that everybody hears of it. */
function Outcome({ checked, slug, lesson }: { checked: Checked; slug: string; lesson: number }) {
  const t = usePage().words.site.learn;
  const rightOnes = checked.answers.filter(({ right }) => right).length;
  const next = checked.finished
    ? { href: `/learn/courses/${slug}?progress=${encodeURIComponent(checked.progress)}`, label: t.courseDone }
    : {
        href: `/learn/courses/${slug}/${lesson + 1}?progress=${encodeURIComponent(checked.progress)}`,
        label: t.lessonNext,
      };
  return (
    <div className="panel" role="status" tabIndex={-1} autoFocus>
      <p>{checked.passed ? t.lessonPassed : t.lessonAgain({ right: rightOnes, all: checked.answers.length })}</p>
      {checked.passed && (
        <p className="actions">
          <a className="button" href={next.href}>
            {next.label}
          </a>
        </p>
      )}
    </div>
  );
}
