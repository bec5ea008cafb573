import { ApiRefusal } from '@upstander/api-client';
import { catalogueOf, refusalText } from '@upstander/web-kit';
import { data, redirect, useActionData, useLoaderData } from 'react-router';
import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { ask } from '../api/ask';
import { EmailField } from '../forms/email-field';
import { ErrorSummary } from '../forms/error-summary';
import { formOf } from '../forms/form-of';
import { addressRule } from '../forms/person';
import { PageHead } from '../frame/page-head';
import { PlainPage } from '../frame/plain-page';
import { localeOf } from '../request/locale';
import { usePage } from '../request/page-context';
import { RequestMyData } from './queries';

const askForm = formOf({ email: addressRule });

export function loader({ request }: LoaderFunctionArgs) {
  return { sent: new URL(request.url).searchParams.get('sent') === '1' };
}

/** Known and unknown addresses get the same answer, and the same mail. */
export async function action({ request, context }: ActionFunctionArgs) {
  const locale = localeOf(request);
  const words = catalogueOf(locale);
  const { email } = askForm.read(await request.formData());
  const errors = askForm.errors({ email }, words);
  if (errors.length > 0) return data({ email, errors }, 422);
  try {
    await ask(context, RequestMyData, { input: { email, locale: locale === 'es' ? 'ES' : 'EN' } });
  } catch (error) {
    if (!(error instanceof ApiRefusal)) throw error;
    const text = refusalText(words, error.code);
    return data({ email, errors: [{ field: 'email', text }] }, error.code === 'TOO_MANY_TRIES' ? 429 : 422);
  }
  return redirect('/my-data?sent=1', 303);
}

/** Where people ask what is kept of them. */
export default function AskForMyData() {
  const { words } = usePage();
  const { sent } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = words.site.peoplesData;
  const errors = answer?.errors ?? [];
  if (sent && answer === undefined) {
    return (
      <PlainPage icon="speech" title={t.sentTitle} text={t.sentText}>
        <p>{t.sentHint}</p>
      </PlainPage>
    );
  }
  return (
    <div className="narrow">
      <PageHead title={t.askTitle} errors={errors} description={t.askLead} />
      <ErrorSummary errors={errors} />
      <h1>{t.askTitle}</h1>
      <p className="lead">{t.askLead}</p>
      <form className="panel" method="post" action="/my-data" noValidate>
        <EmailField {...askForm.controls(answer ?? {}, errors)('email')} label={t.email} hint={t.emailHint} />
        <button className="button large" type="submit">
          {t.ask}
        </button>
      </form>
      <p>
        {t.confidence} <a href="/reply">{t.ofCode}</a>
      </p>
    </div>
  );
}
