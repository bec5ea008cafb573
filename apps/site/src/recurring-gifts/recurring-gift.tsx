import { catalogOf } from '@upstander/web-kit';
import { data, redirect, useActionData, useLoaderData } from 'react-router';
import type { ActionFunctionArgs, HeadersArgs, LoaderFunctionArgs } from 'react-router';
import { queryApi, orNull } from '../api/ask';
import { waitFor } from '../api/wait-for';
import { shortText } from '../forms/text-rules';
import { SubmitButton } from '../frame/button';
import { PersonalPage } from '../frame/personal-page';
import { GiftLinkGone } from '../gifts/gift-link-gone';
import { pathOfPage } from '../request/page-path';
import { localeOf } from '../request/locale';
import { usePage } from '../request/page-context';
import type { SiteContext } from '../request/site-context';
import { actOnRecurringGift } from './recurring-gift-actions';
import { ChangeForm } from './change-form';
import { RecurringGiftHistory } from './recurring-gift-history';
import { RecurringGiftStatus } from './recurring-gift-status';
import { MyRecurringGift, type MyRecurringGiftData } from './queries';
import { StopConfirmation } from './stop-confirmation';

async function recurringGiftOf(context: SiteContext, token: string): Promise<MyRecurringGiftData | null> {
  const result = await queryApi(context, MyRecurringGift, { token }).catch(orNull);
  return result?.myRecurringGift ?? null;
}

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const token = params['token'] ?? '';
  const recurringGift = await waitFor(
    () => recurringGiftOf(context, token),
    (answer) => answer?.status !== 'PENDING',
  );
  const query = new URL(request.url).searchParams;
  const completedAction = (['change', 'stop', 'receipts'] as const).find((name) => name === query.get('did')) ?? null;
  const page = {
    recurringGift,
    completedAction,
    isStopRequested: query.get('ask') === 'stop',
    currentPath: pathOfPage(request),
  };
  // The button for a new card redirects to Stripe.
  const headers = { 'content-security-policy': context.policy({ pays: true }) };
  return data(page, { status: recurringGift ? 200 : 404, headers });
}

export const headers = ({ loaderHeaders }: HeadersArgs): Headers => loaderHeaders;

export async function action({ params, request, context }: ActionFunctionArgs) {
  const token = params['token'] ?? '';
  const locale = localeOf(request);
  const words = catalogOf(locale);
  const form = await request.formData();
  const submittedValues = { amount: shortText(form, 'amount'), cover: form.get('cover') === '1' };
  const recurringGift = await recurringGiftOf(context, token);
  if (!recurringGift) return data({ errors: [], submittedValues }, 404);
  const outcome = await actOnRecurringGift(context, token, recurringGift, form, { locale, words });
  if (outcome.kind === 'did') return redirect(`${pathOfPage(request)}?did=${outcome.completedAction}`, 303);
  if (outcome.kind === 'portal') return redirect(outcome.url, 303);
  return data(
    { errors: outcome.errors, submittedValues: form.get('do') === 'change' ? submittedValues : null },
    outcome.status,
  );
}

export default function RecurringGift() {
  const { words } = usePage();
  const { recurringGift, completedAction, isStopRequested, currentPath } = useLoaderData<typeof loader>();
  const actionData = useActionData<typeof action>();
  const t = words.site.recurringGift;
  if (!recurringGift) return <GiftLinkGone />;
  const errors = actionData?.errors ?? [];
  const isActive =
    !recurringGift.stopRequested && (recurringGift.status === 'ACTIVE' || recurringGift.status === 'PAST_DUE');
  if (isStopRequested && isActive && errors.length === 0)
    return <StopConfirmation recurringGift={recurringGift} currentPath={currentPath} />;
  return (
    <PersonalPage
      title={t.title}
      errors={errors}
      done={
        completedAction !== null && { stop: t.stopped, change: t.changed, receipts: t.receiptsSent }[completedAction]
      }
      heading={null}
    >
      <RecurringGiftStatus recurringGift={recurringGift} currentPath={currentPath} isActive={isActive} />
      {isActive && (
        <ChangeForm
          recurringGift={recurringGift}
          submittedValues={actionData?.submittedValues ?? null}
          errors={errors}
          currentPath={currentPath}
        />
      )}
      <RecurringGiftHistory recurringGift={recurringGift} />
      <section className="aside" aria-labelledby="receipts-heading">
        <h2 id="receipts-heading">{t.receipts}</h2>
        <p>{t.receiptsText}</p>
        <form method="post" action={currentPath}>
          <SubmitButton action="receipts" label={t.receiptsSend} look="quiet" />
        </form>
      </section>
    </PersonalPage>
  );
}
