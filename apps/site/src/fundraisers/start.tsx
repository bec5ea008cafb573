import { catalogOf } from '@upstander/web-kit';
import { data, redirect, useActionData, useLoaderData } from 'react-router';
import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { queryApi } from '../api/ask';
import { ErrorSummary } from '../forms/error-summary';
import { Field } from '../forms/field';
import { PersonFields } from '../forms/person-fields';
import { Puzzle } from '../forms/puzzle';
import { sendForm } from '../forms/send-form';
import { TextArea } from '../forms/text-area';
import { SubmitButton } from '../frame/button';
import { PageHead } from '../frame/page-head';
import { currencyName } from '../money/currency-name';
import { localeName, localeOf } from '../request/locale';
import { usePage } from '../request/page-context';
import type { SiteContext } from '../request/site-context';
import { fundraiserForm, goalErrors, goalOf, type FundraiserValues } from './fundraiser-values';
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
  const words = catalogOf(locale);
  const values = fundraiserForm.read(await request.formData());
  const currency = await usualCurrency(context);
  const also = goalErrors(values, { currency, timeZone, now: new Date() }, words);
  const typed = { form: fundraiserForm, values, errors: fundraiserForm.errors(values, words, { also }) };
  const goal = { amountMinor: goalOf(values, currency) ?? 0, currency };
  const sent = await sendForm(context, words, typed, () =>
    queryApi(context, StartFundraiser, {
      input: { ...fundraiserForm.input(values), goal, locale: localeName(locale) },
    }),
  );
  return sent.isSent ? redirect('/start-a-fundraiser?sent=1', 303) : data(sent, sent.status);
}

export default function Start() {
  const { words, locale, organizationName } = usePage();
  const { sent, key, currency } = useLoaderData<typeof loader>();
  const actionData = useActionData<typeof action>();
  const t = words.site.fundraiser;
  if (sent && actionData === undefined) return <MailSent text={t.startedText} />;
  const errors = actionData?.errors ?? [];
  const values: Partial<FundraiserValues> = actionData?.values ?? {};
  const field = fundraiserForm.controls(values, errors);
  return (
    <div className="narrow">
      <PageHead title={t.startTitle} errors={errors} description={t.startLead} />
      <ErrorSummary errors={errors} />
      <h1>{t.startTitle}</h1>
      <p className="lead">{t.startLead}</p>
      <form className="panel questions" method="post" action="/start-a-fundraiser" noValidate>
        <input type="hidden" name="key" value={actionData?.values.key ?? key} />
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
        <SubmitButton label={t.start} look="large" data-proves="" />
        <p className="small">
          <a href="/privacy">{words.site.signUp.privacy}</a>
        </p>
      </form>
    </div>
  );
}
