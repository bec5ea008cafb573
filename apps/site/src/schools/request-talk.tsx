import { catalogueOf } from '@upstander/web-kit';
import { data, redirect, useActionData, useLoaderData } from 'react-router';
import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { queryApi } from '../api/ask';
import { SiteMessageForm } from '../contact/message-form';
import { solutionIn } from '../forms/puzzle';
import { refusalState } from '../forms/refused';
import { PlainPage } from '../frame/plain-page';
import { localeOf } from '../request/locale';
import { usePage } from '../request/page-context';
import { FindSchool } from './find-school';
import { FindSchools, RequestSchoolTalk } from './queries';
import { idPattern, schoolOf } from './school-of';
import { TalkForm } from './talk-form';
import { choiceIn, formats, studentsIn, talkErrors, talkForm, talkLanguages } from './talk-values';

export async function loader({ request, context }: LoaderFunctionArgs) {
  const query = new URL(request.url).searchParams;
  if (query.get('sent') === '1') return { page: 'sent' } as const;
  const entry = query.get('school') ?? '';
  if (entry !== '' || query.get('typed') === '1') {
    const [{ siteMessageForm: form }, from] = await Promise.all([
      queryApi(context, SiteMessageForm, {}),
      schoolOf(context, entry),
    ]);
    return { page: 'form', form, ...from } as const;
  }
  const search = (query.get('q') ?? '').trim().slice(0, 100);
  const { findSchools } = search === '' ? { findSchools: [] } : await queryApi(context, FindSchools, { search });
  return { page: 'find', search, found: findSchools } as const;
}

export async function action({ request, context }: ActionFunctionArgs) {
  const locale = localeOf(request);
  const words = catalogueOf(locale);
  const sent = await request.formData();
  const values = talkForm.read(sent);
  const from = await schoolOf(context, values.entry);
  const errors = talkErrors(values, words);
  const [format, talkLanguage] = [choiceIn(formats, values.format), choiceIn(talkLanguages, values.talkLanguage)];
  const students = studentsIn(values.students);
  if (errors.length > 0 || format === null || talkLanguage === null || students === null) {
    return data({ ...from, values, errors, puzzle: null }, 422);
  }
  const { name, role, email, grades, preferredDates, message, form } = values;
  const website = sent.get('website');
  try {
    await queryApi(context, RequestSchoolTalk, {
      input: {
        ...(from.school
          ? { entryId: from.school.id }
          : { school: values.school, city: values.city, ...(values.postcode && { postcode: values.postcode }) }),
        ...(idPattern.test(values.chapter) && { chapterId: values.chapter }),
        name,
        role,
        email,
        grades,
        students,
        preferredDates,
        format,
        talkLanguage,
        message,
        form,
        ...(values.phone && { phone: values.phone }),
        language: locale === 'es' ? 'ES' : 'EN',
        website: typeof website === 'string' ? website : '',
        solution: solutionIn(sent),
      },
    });
  } catch (error) {
    const says = { texts: talkForm.texts(words), failed: words.site.schoolTalk.failed };
    const { errors: found, status, puzzle } = refusalState(error, context, words, says);
    return data({ ...from, values, errors: found, puzzle }, status);
  }
  return redirect('/schools/talk?sent=1', 303);
}

export default function RequestTalk() {
  const { words } = usePage();
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = words.site.schoolTalk;
  if (answer) return <TalkForm {...answer} />;
  if (loaded.page === 'sent') {
    return (
      <PlainPage icon="speech" title={t.sentTitle} text={t.sentText}>
        <p>{t.sentHint}</p>
        <p>
          <a href="/schools">{t.back}</a>
        </p>
      </PlainPage>
    );
  }
  if (loaded.page === 'form') {
    const { school, chapters, form } = loaded;
    return <TalkForm school={school} chapters={chapters} values={{ form }} errors={[]} />;
  }
  return (
    <FindSchool
      to="/schools/talk"
      title={t.title}
      description={t.description}
      lead={t.lead}
      question={t.findTitle}
      search={loaded.search}
      found={loaded.found}
    >
      <h2>{t.steps.title}</h2>
      <ol className="prose">
        {t.steps.items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ol>
    </FindSchool>
  );
}
