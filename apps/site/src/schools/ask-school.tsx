import { catalogueOf } from '@upstander/web-kit';
import { data, redirect, useActionData, useLoaderData } from 'react-router';
import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { queryApi } from '../api/ask';
import { solutionIn } from '../forms/puzzle';
import { refusalState } from '../forms/refused';
import { PlainPage } from '../frame/plain-page';
import { localeOf } from '../request/locale';
import { usePage } from '../request/page-context';
import { FindSchool } from './find-school';
import {
  parseAskerKind,
  letterErrors,
  letterForm,
  senderOf,
  signed,
  templateIn,
  type LetterValues,
} from './letter-values';
import { FindSchools, StartSchoolAsk } from './queries';
import { idPattern, schoolOf } from './school-of';
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
  return { page: 'find', search, found: findSchools } as const;
}

export async function action({ request, context }: ActionFunctionArgs) {
  const locale = localeOf(request);
  const words = catalogueOf(locale);
  const sent = await request.formData();
  const values = letterForm.read(sent);
  const from = await schoolOf(context, values.entry);
  const errors = letterErrors(values, words);
  const [asker, letterBy] = [parseAskerKind(values.asker), senderOf(values.letterBy)];
  if (errors.length > 0 || asker === null || letterBy === null) {
    return data({ ...from, values, errors, puzzle: null }, 422);
  }
  const sender = { name: values.name, asker, school: values.school };
  try {
    await queryApi(context, StartSchoolAsk, {
      input: {
        ...(from.school ? { entryId: from.school.id } : { school: values.school, city: values.city }),
        ...(idPattern.test(values.chapter) && { chapterId: values.chapter }),
        asker,
        letterBy,
        name: values.name,
        email: values.email,
        locale: locale === 'es' ? 'ES' : 'EN',
        solution: solutionIn(sent),
        letterEn: signed(values.letterEn, 'en', sender),
        letterEs: signed(values.letterEs, 'es', sender),
        ...(values.key !== '' && { idempotencyKey: values.key }),
      },
    });
  } catch (error) {
    const says = { texts: letterForm.texts(words), failed: words.site.schools.failed };
    const { errors: found, status, newKey, puzzle } = refusalState(error, context, words, says);
    const again = newKey ? { ...values, key: crypto.randomUUID() } : values;
    return data({ ...from, values: again, errors: found, puzzle }, status);
  }
  return redirect('/schools/ask?sent=1', 303);
}

export default function AskSchool() {
  const { words, organizationName } = usePage();
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = words.site.schools;
  if (answer) return <WriteLetter {...answer} />;
  if (loaded.page === 'sent') {
    return (
      <PlainPage icon="speech" title={t.sentTitle} text={t.sentText}>
        <p>{t.sentHint}</p>
      </PlainPage>
    );
  }
  if (loaded.page === 'find') {
    const { search, found } = loaded;
    const says = { title: t.findTitle, description: t.description, lead: t.findLead };
    return <FindSchool to="/schools/ask" {...says} search={search} found={found} />;
  }
  const { school, chapters, key } = loaded;
  const values: Partial<LetterValues> = {
    key,
    letterEn: templateIn('en', school?.name ?? null, organizationName),
    letterEs: templateIn('es', school?.name ?? null, organizationName),
  };
  return <WriteLetter school={school} chapters={chapters} values={values} errors={[]} />;
}
