import { ApiRefusal } from '@upstander/api-client';
import { catalogueOf, refusalText } from '@upstander/web-kit';
import { data, redirect, useActionData, useLoaderData } from 'react-router';
import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { ask } from '../api/ask';
import { ErrorSummary } from '../forms/error-summary';
import { EmailField } from '../forms/email-field';
import { isAddress, shortText } from '../forms/typed';
import { PageHead } from '../frame/page-head';
import { PlainPage } from '../frame/plain-page';
import { localeOf } from '../request/locale';
import { usePage } from '../request/page-context';
import { RequestGivingLink } from './queries';

export function loader({ request }: LoaderFunctionArgs) {
  return { sent: new URL(request.url).searchParams.get('sent') === '1' };
}

/** “Resend my receipts”: known and unknown addresses get the same answer. */
export async function action({ request, context }: ActionFunctionArgs) {
  const locale = localeOf(request);
  const words = catalogueOf(locale);
  const email = shortText(await request.formData(), 'email');
  const t = words.site.errors;
  const wrong = (text: string, status: number) => data({ email, errors: [{ field: 'email', text }] }, status);
  if (email === '') return wrong(t.emailMissing, 422);
  if (!isAddress(email)) return wrong(t.emailWrong, 422);
  try {
    await ask(context, RequestGivingLink, { input: { email, locale: locale === 'es' ? 'ES' : 'EN' } });
  } catch (error) {
    if (!(error instanceof ApiRefusal)) throw error;
    return wrong(refusalText(words, error.code), error.code === 'TOO_MANY_TRIES' ? 429 : 422);
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
        <EmailField
          id="email"
          label={t.email}
          hint={t.emailHint}
          defaultValue={answer?.email}
          error={errors[0]?.text}
        />
        <button className="button large" type="submit">
          {t.ask}
        </button>
      </form>
    </div>
  );
}
