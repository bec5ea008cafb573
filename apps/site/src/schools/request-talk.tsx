import { catalogOf } from '@upstander/web-kit';
import { data, redirect, useActionData, useLoaderData } from 'react-router';
import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { queryApi } from '../api/ask';
import { SiteMessageForm } from '../contact/message-form';
import { sendForm } from '../forms/send-form';
import { PlainPage } from '../frame/plain-page';
import { localeName, localeOf } from '../request/locale';
import { usePage } from '../request/page-context';
import { FindSchool } from './find-school';
import { FindSchools, RequestSchoolTalk } from './queries';
import { schoolOf } from './school-of';
import { TalkForm } from './talk-form';
import { talkErrors, talkForm } from './talk-values';

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
  return { page: 'find', search, schools: findSchools } as const;
}

export async function action({ request, context }: ActionFunctionArgs) {
  const locale = localeOf(request);
  const words = catalogOf(locale);
  const values = talkForm.read(await request.formData());
  const from = await schoolOf(context, values.entryId);
  const submitted = await sendForm(context, words, { form: talkForm, values, errors: talkErrors(values, words) }, () =>
    queryApi(context, RequestSchoolTalk, { input: { ...talkForm.input(values), language: localeName(locale) } }),
  );
  return submitted.isSent ? redirect('/schools/talk?sent=1', 303) : data({ ...from, ...submitted }, submitted.status);
}

export default function RequestTalk() {
  const { words } = usePage();
  const loaded = useLoaderData<typeof loader>();
  const actionData = useActionData<typeof action>();
  const t = words.site.schoolTalk;
  if (actionData) return <TalkForm {...actionData} />;
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
      schools={loaded.schools}
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
