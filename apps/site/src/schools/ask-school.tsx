import { catalogOf } from '@upstander/web-kit';
import { data, redirect, useActionData, useLoaderData } from 'react-router';
import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { queryApi } from '../api/ask';
import { sendForm } from '../forms/send-form';
import { PlainPage } from '../frame/plain-page';
import { localeName, localeOf } from '../request/locale';
import { usePage } from '../request/page-context';
import { FindSchool } from './find-school';
import { letterErrors, letterForm, signed, templateIn, type LetterValues } from './letter-values';
import { FindSchools, StartSchoolAsk } from './queries';
import { schoolOf } from './school-of';
import { WriteLetter } from './write-letter';

export async function loader({ request, context }: LoaderFunctionArgs) {
  const query = new URL(request.url).searchParams;
  if (query.get('sent') === '1') return { page: 'sent' } as const;
  const entry = query.get('school') ?? '';
  if (entry !== '' || query.get('typed') === '1') {
    return { page: 'write', key: crypto.randomUUID(), ...(await schoolOf(context, entry)) } as const;
  }
  const search = (query.get('q') ?? '').trim().slice(0, 100);
  const { findSchools } = search === '' ? { findSchools: [] } : await queryApi(context, FindSchools, { search });
  return { page: 'find', search, schools: findSchools } as const;
}

export async function action({ request, context }: ActionFunctionArgs) {
  const locale = localeOf(request);
  const words = catalogOf(locale);
  const values = letterForm.read(await request.formData());
  const from = await schoolOf(context, values.entryId);
  const letters = {
    letterEn: signed(values.letterEn, 'en', values),
    letterEs: signed(values.letterEs, 'es', values),
  };
  const form = await sendForm(context, words, { form: letterForm, values, errors: letterErrors(values, words) }, () =>
    queryApi(context, StartSchoolAsk, {
      input: { ...letterForm.input(values), ...letters, locale: localeName(locale) },
    }),
  );
  return form.isSent ? redirect('/schools/ask?sent=1', 303) : data({ ...from, ...form }, form.status);
}

export default function AskSchool() {
  const { words, organizationName } = usePage();
  const loaded = useLoaderData<typeof loader>();
  const actionData = useActionData<typeof action>();
  const t = words.site.schools;
  if (actionData) return <WriteLetter {...actionData} />;
  if (loaded.page === 'sent') {
    return (
      <PlainPage icon="speech" title={t.sentTitle} text={t.sentText}>
        <p>{t.sentHint}</p>
      </PlainPage>
    );
  }
  if (loaded.page === 'find') {
    const { search, schools } = loaded;
    const texts = { title: t.findTitle, description: t.description, lead: t.findLead };
    return <FindSchool to="/schools/ask" {...texts} search={search} schools={schools} />;
  }
  const { school, chapters, key } = loaded;
  const values: Partial<LetterValues> = {
    key,
    letterEn: templateIn('en', school?.name ?? null, organizationName),
    letterEs: templateIn('es', school?.name ?? null, organizationName),
  };
  return <WriteLetter school={school} chapters={chapters} values={values} errors={[]} />;
}
