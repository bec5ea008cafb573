import { ApiRefusal } from '@upstander/api-client';
import { catalogOf, dayAndTime, refusalText } from '@upstander/web-kit';
import { data, redirect, useActionData, useLoaderData } from 'react-router';
import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { queryApi, orNull } from '../api/ask';
import { waitFor } from '../api/wait-for';
import { ShareLinks } from '../campaigns/share';
import type { FormError } from '../forms/error-summary';
import { Done } from '../frame/done';
import { PersonalPage } from '../frame/personal-page';
import { pathOfPage } from '../request/page-path';
import { localeOf } from '../request/locale';
import { usePage } from '../request/page-context';
import type { SiteContext } from '../request/site-context';
import { dedicate, dedicationErrors, dedicationForm, type DedicationValues } from './dedication';
import { DedicationForm } from './dedication-form';
import { GiftStatus, useGiftTitle } from './gift-status';
import { GiftSummary } from './gift-summary';
import { GiftLinkGone } from './gift-link-gone';
import { MyGift, type MyGiftData } from './queries';

/** Returns null for an expired or truncated link, which has its own page. */
async function giftOf(context: SiteContext, token: string): Promise<MyGiftData | null> {
  const result = await queryApi(context, MyGift, { token }).catch(orNull);
  return result?.myGift ?? null;
}

const DAY = 86_400_000;

/**
 * Treats a declined gift of the last day as pending when the donor comes from the payment page. That page continues only
 * after a payment, so another card was used and its webhook has not arrived. Donors must not be asked to pay again.
 */
function treatAsPending(gift: MyGiftData, now: number): MyGiftData {
  const isRecent = now - Date.parse(gift.createdAt) < DAY;
  return gift.status === 'FAILED' && isRecent ? { ...gift, status: 'PENDING' } : gift;
}

/** Returning from the payment page proves nothing: only what Stripe's webhooks reported is shown. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const token = params['token'] ?? '';
  const query = new URL(request.url).searchParams;
  const isAfterPayment = query.get('from') === 'payment';
  const gift = await waitFor(
    async () => {
      const result = await giftOf(context, token);
      return result && isAfterPayment ? treatAsPending(result, Date.now()) : result;
    },
    (answer) => answer?.status !== 'PENDING',
  );
  const isDedicated = query.get('did') === 'dedicate';
  const currentPath = `${pathOfPage(request)}${isAfterPayment ? '?from=payment' : ''}`;
  return data({ gift, isDedicated, currentPath }, { status: gift ? 200 : 404 });
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const token = params['token'] ?? '';
  const words = catalogOf(localeOf(request));
  const values = dedicationForm.read(await request.formData());
  const errors = dedicationErrors(values, words);
  if (errors.length > 0) return data({ values, errors }, 422);
  try {
    await dedicate(context, token, values);
    return redirect(`${pathOfPage(request)}?did=dedicate`, 303);
  } catch (error) {
    if (!(error instanceof ApiRefusal)) throw error;
    return data({ values, errors: [{ text: refusalText(words, error.code) }] }, 422);
  }
}

export default function GiftThankYou() {
  const { gift, ...giftProps } = useLoaderData<typeof loader>();
  return gift ? <ThankYouPage gift={gift} {...giftProps} /> : <GiftLinkGone />;
}

function ThankYouPage({ gift, isDedicated, currentPath }: OneGiftProps) {
  const { words, publicUrl } = usePage();
  const actionData = useActionData<typeof action>();
  const t = words.site.thanks;
  const errors = actionData?.errors ?? [];
  const title = useGiftTitle(gift);
  const isPaid = gift.status === 'PAID' || gift.status === 'PARTLY_REFUNDED';
  return (
    <PersonalPage title={errors.length > 0 ? t.title : title} errors={errors} heading={null}>
      {isDedicated && errors.length === 0 && (
        <Done>
          <span>{t.dedicated}</span>
        </Done>
      )}
      <GiftStatus gift={gift} giftPath={currentPath} />
      <GiftSummary gift={gift} />
      {isPaid && (
        <>
          <Next gift={gift} />
          <DedicationPart gift={gift} values={actionData?.values ?? null} errors={errors} />
          <section aria-labelledby="share-heading">
            <h2 id="share-heading">{t.shareTitle}</h2>
            <ShareLinks url={`${publicUrl}/fundraisers/${gift.campaignSlug}`} title={gift.campaignTitle} />
          </section>
        </>
      )}
      <p className="aside">
        <a href="/giving">{t.allGiving}</a>
      </p>
    </PersonalPage>
  );
}

interface DedicationPartProps {
  gift: MyGiftData;
  values: DedicationValues | null;
  errors: readonly FormError[];
}

/** The dedication can be edited until the recipient is notified, a day after it was saved. */
function DedicationPart({ gift: { dedication, timeZone }, values, errors }: DedicationPartProps) {
  const { words, locale, now } = usePage();
  const t = words.site.thanks;
  if (dedication === null) return <DedicationForm values={values} errors={errors} />;
  const { noticeAt } = dedication;
  const name = dedication.notifyName ?? dedication.notifyEmail ?? '';
  if (noticeAt !== null && new Date(noticeAt) <= now) return <p className="note">{t.toldAlready({ name })}</p>;
  return (
    <>
      {noticeAt !== null && (
        <p className="note">{t.toldLater({ name, when: dayAndTime(locale, new Date(noticeAt), timeZone) })}</p>
      )}
      <DedicationForm values={values} savedDedication={dedication} errors={errors} />
    </>
  );
}

interface OneGiftProps {
  gift: MyGiftData;
  isDedicated: boolean;
  currentPath: string;
}

function Next({ gift }: { gift: MyGiftData }) {
  const { thanks: t, recurringGift } = usePage().words.site;
  const monthly = gift.frequency === 'MONTHLY';
  return (
    <section aria-labelledby="next">
      <h2 id="next">{t.next}</h2>
      <ol className="timeline">
        <li>{t.stepReceipt({ email: gift.emailMasked })}</li>
        {monthly && (
          <li>
            {t.stepMonthly}{' '}
            {gift.recurringGiftToken !== null && (
              <a href={`/recurring-gift/${encodeURIComponent(gift.recurringGiftToken)}`}>{recurringGift.manageLink}</a>
            )}
          </li>
        )}
        <li>{t.stepTrail}</li>
      </ol>
    </section>
  );
}
