import { ApiRefusal } from '@upstander/api-client';
import { catalogueOf, refusalText } from '@upstander/web-kit';
import { data, redirect, useActionData, useLoaderData } from 'react-router';
import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { ask } from '../api/ask';
import { ErrorSummary } from '../forms/error-summary';
import { EmailField } from '../forms/email-field';
import { formOf } from '../forms/form-of';
import { addressRule } from '../forms/person';
import { PageHead } from '../frame/page-head';
import { PlainPage } from '../frame/plain-page';
import { localeOf } from '../request/locale';
import { usePage } from '../request/page-context';
import { RequestGivingLink } from './queries';

const askForm = formOf({ email: addressRule });

export function loader({ request }: LoaderFunctionArgs) {
  return { sent: new URL(request.url).searchParams.get('sent') === '1' };
}

/** “Resend my receipts”: known and unknown addresses get the same answer. */
export async function action({ request, context }: ActionFunctionArgs) {
  const locale = localeOf(request);
  const words = catalogueOf(locale);
  const { email } = askForm.read(await request.formData());
  const errors = askForm.errors({ email }, words);
  if (errors.length > 0) return data({ email, errors }, 422);
  try {
    await ask(context, RequestGivingLink, { input: { email, locale: locale === 'es' ? 'ES' : 'EN' } });
  } catch (error) {
    if (!(error instanceof ApiRefusal)) throw error;
    const text = refusalText(words, error.code);
    return data({ email, errors: [{ field: 'email', text }] }, error.code === 'TOO_MANY_TRIES' ? 429 : 422);
  }
  return redirect('/giving?sent=1', 303);
}

export default function AskLink() {
  const { words } = usePage();
  const { sent } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = words.site.giving;
  const errors = answer?.errors ?? [];
  if (sent && answer === undefined) {
    return (
      <PlainPage icon="speech" title={t.askedTitle} text={t.askedText}>
        <p>{t.askedHint}</p>
      </PlainPage>
    );
  }
  return (
    <div className="narrow">
      <PageHead title={t.askTitle} errors={errors} description={t.askLead} />
      <ErrorSummary errors={errors} />
      <h1>{t.askTitle}</h1>
      <p className="lead">{t.askLead}</p>
      <form className="panel" method="post" action="/giving" noValidate>
        <EmailField {...askForm.controls(answer ?? {}, errors)('email')} label={t.email} hint={t.emailHint} />
        <button className="button large" type="submit">
          {t.ask}
        </button>
      </form>
    </div>
  );
}
