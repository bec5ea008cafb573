import { catalogueOf } from '@upstander/web-kit';
import { data, redirect, useActionData, useLoaderData } from 'react-router';
import type { ActionFunctionArgs, HeadersArgs, LoaderFunctionArgs } from 'react-router';
import { ask, orNull } from '../api/ask';
import { waitFor } from '../api/wait-for';
import { ErrorSummary } from '../forms/error-summary';
import { shortText } from '../forms/typed';
import { Done } from '../frame/done';
import { PageHead } from '../frame/page-head';
import { GiftLinkGone } from '../gifts/gift-link-gone';
import { hereOf } from '../request/here-of';
import { localeOf } from '../request/locale';
import { usePage } from '../request/page-context';
import type { SiteContext } from '../request/site-context';
import { actOnPlan } from './plan-actions';
import { ChangeForm } from './change-form';
import { PlanHistory } from './plan-history';
import { PlanStatus } from './plan-status';
import { MyPlan, type MyPlanData } from './queries';
import { StopQuestion } from './stop-question';

async function planOf(context: SiteContext, token: string): Promise<MyPlanData | null> {
  const answer = await ask(context, MyPlan, { token }).catch(orNull);
  return answer?.myPlan ?? null;
}

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const token = params['token'] ?? '';
  const plan = await waitFor(
    () => planOf(context, token),
    (answer) => answer?.status !== 'PENDING',
  );
  const query = new URL(request.url).searchParams;
  const did = (['change', 'stop', 'receipts'] as const).find((name) => name === query.get('did')) ?? null;
  const page = { plan, did, asksToStop: query.get('ask') === 'stop', here: hereOf(request) };
  // The button for a new card leads on to Stripe.
  const headers = { 'content-security-policy': context.policy({ pays: true }) };
  return data(page, { status: plan ? 200 : 404, headers });
}

export const headers = ({ loaderHeaders }: HeadersArgs): Headers => loaderHeaders;

export async function action({ params, request, context }: ActionFunctionArgs) {
  const token = params['token'] ?? '';
  const locale = localeOf(request);
  const words = catalogueOf(locale);
  const form = await request.formData();
  const typed = { amount: shortText(form, 'amount'), cover: form.get('cover') === '1' };
  const plan = await planOf(context, token);
  if (!plan) return data({ errors: [], typed }, 404);
  const outcome = await actOnPlan(context, token, plan, form, { locale, words });
  if (outcome.kind === 'did') return redirect(`${hereOf(request)}?did=${outcome.what}`, 303);
  if (outcome.kind === 'portal') return redirect(outcome.url, 303);
  return data({ errors: outcome.errors, typed: form.get('do') === 'change' ? typed : null }, outcome.status);
}

export default function Plan() {
  const { words } = usePage();
  const { plan, did, asksToStop, here } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = words.site.plan;
  if (!plan) return <GiftLinkGone />;
  const errors = answer?.errors ?? [];
  const runs = !plan.stopRequested && (plan.status === 'ACTIVE' || plan.status === 'PAST_DUE');
  if (asksToStop && runs && errors.length === 0) return <StopQuestion plan={plan} here={here} />;
  return (
    <div className="narrow manage">
      <PageHead title={t.title} errors={errors} personal />
      <ErrorSummary errors={errors} />
      {did !== null && errors.length === 0 && (
        <Done>{{ stop: t.stopped, change: t.changed, receipts: t.receiptsSent }[did]}</Done>
      )}
      <PlanStatus plan={plan} here={here} runs={runs} />
      {runs && <ChangeForm plan={plan} typed={answer?.typed ?? null} errors={errors} here={here} />}
      <PlanHistory plan={plan} />
      <section className="aside" aria-labelledby="receipts-heading">
        <h2 id="receipts-heading">{t.receipts}</h2>
        <p>{t.receiptsText}</p>
        <form method="post" action={here}>
          <button className="button quiet" name="do" value="receipts">
            {t.receiptsSend}
          </button>
        </form>
      </section>
    </div>
  );
}
