import { catalogueOf } from '@upstander/web-kit';
import { data, redirect, useActionData, useLoaderData } from 'react-router';
import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { queryApi } from '../api/ask';
import { ErrorSummary } from '../forms/error-summary';
import { Field } from '../forms/field';
import { PersonFields } from '../forms/person-fields';
import { Puzzle, solutionIn } from '../forms/puzzle';
import { refusalState } from '../forms/refused';
import { TextArea } from '../forms/text-area';
import { PageHead } from '../frame/page-head';
import { currencyName } from '../money/currency-name';
import { localeOf } from '../request/locale';
import { usePage } from '../request/page-context';
import type { SiteContext } from '../request/site-context';
import { fundraiserErrors, fundraiserForm, goalOf, type FundraiserValues } from './fundraiser-values';
import { MailSent } from './mail-sent';
import { StartFundraiser, UsualCurrency } from './queries';

/** Dates are checked in the last time zone to change the date, so that today is never rejected as past. */
const timeZone = 'Pacific/Pago_Pago';

/** Supporters' fundraisers use the default currency. Only staff create others. */
async function usualCurrency(context: SiteContext): Promise<string> {
  const { organization } = await queryApi(context, UsualCurrency, {});
  return organization.currencies[0] ?? '';
}

export async function loader({ request, context }: LoaderFunctionArgs) {
  const sent = new URL(request.url).searchParams.get('sent') === '1';
  return { sent, key: crypto.randomUUID(), currency: await usualCurrency(context) };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const locale = localeOf(request);
  const words = catalogueOf(locale);
  const sent = await request.formData();
  const values = fundraiserForm.read(sent);
  const currency = await usualCurrency(context);
  const errors = fundraiserErrors(values, { currency, timeZone, now: new Date() }, words);
  const amountMinor = goalOf(values, currency);
  if (errors.length > 0 || amountMinor === null) return data({ values, errors, puzzle: null }, 422);
  try {
    await queryApi(context, StartFundraiser, {
      input: {
        title: values.title,
        story: values.story,
        goal: { amountMinor, currency },
        name: values.name,
        email: values.email,
        locale: locale === 'es' ? 'ES' : 'EN',
        solution: solutionIn(sent),
        ...(values.endsOn !== '' && { endsOn: values.endsOn }),
        ...(values.key !== '' && { idempotencyKey: values.key }),
      },
    });
  } catch (error) {
    const says = { texts: fundraiserForm.texts(words), failed: words.site.fundraiser.failed };
    const { errors: found, status, newKey, puzzle } = refusalState(error, context, words, says);
    const nextValues = newKey ? { ...values, key: crypto.randomUUID() } : values;
    return data({ values: nextValues, errors: found, puzzle }, status);
  }
  return redirect('/start-a-fundraiser?sent=1', 303);
}

export default function Start() {
  const { words, locale, organizationName } = usePage();
  const { sent, key, currency } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = words.site.fundraiser;
  if (sent && answer === undefined) return <MailSent text={t.startedText} />;
  const errors = answer?.errors ?? [];
  const values: Partial<FundraiserValues> = answer?.values ?? {};
  const field = fundraiserForm.controls(values, errors);
  return (
    <div className="narrow">
      <PageHead title={t.startTitle} errors={errors} description={t.startLead} />
      <ErrorSummary errors={errors} />
      <h1>{t.startTitle}</h1>
      <p className="lead">{t.startLead}</p>
      <form className="panel questions" method="post" action="/start-a-fundraiser" noValidate>
        <input type="hidden" name="key" value={answer?.values.key ?? key} />
        <Field {...field('title')} label={t.what} hint={t.whatHint} required />
        <TextArea {...field('story')} label={t.why} hint={t.whyHint} rows={6} />
        <div className="two">
          <Field
            {...field('goal')}
            label={t.howMuch}
            hint={t.howMuchHint({ currency: currencyName(locale, currency) })}
            inputMode="decimal"
            required
          />
          <Field {...field('endsOn')} type="date" label={t.until} />
        </div>
        <h2>{t.aboutYou}</h2>
        <PersonFields words={t} field={field} />
        <p className="small">{t.whereTo({ organization: organizationName })}</p>
        <Puzzle />
        <button className="button large" type="submit" data-proves="">
          {t.start}
        </button>
        <p className="small">
          <a href="/privacy">{words.site.signUp.privacy}</a>
        </p>
      </form>
    </div>
  );
}
