import { moneyText } from '@upstander/web-kit';
import { Link } from 'react-router';
import cells from '../parts/lists/cells.module.css';
import { failureText } from '../parts/ui/failure-text';
import { Facts } from '../parts/ui/facts';
import { isZero, Money } from '../parts/money/money';
import { calendarDay, formatDateTime } from '../parts/ui/when';
import { useWords } from '../words/words';
import classes from './donations.module.css';
import type { GiftDetails } from './gift-query';
import { referenceText } from './reference-text';

/** Who gave what, how and why; what is not said is left out. */
export function GiftFacts({ gift }: { gift: GiftDetails }) {
  const { t, words, locale } = useWords('donations', 'money');
  const { dedication, payout } = gift;
  const amount = (value: GiftDetails['charged'] | null) => value && !isZero(value) && <Money value={value} />;
  return (
    <Facts
      facts={[
        {
          label: t.donations.donor,
          value: gift.name !== null && (gift.anonymous ? `${gift.name} (${t.donations.anonymous})` : gift.name),
        },
        { label: t.donations.email, value: gift.email },
        { label: t.donations.gifts, value: gift.donorGifts > 0 && t.donations.donorGifts({ count: gift.donorGifts }) },
        {
          label: t.donations.campaign,
          value: <Link to={`/fundraisers/${gift.campaignId}`}>{gift.campaignTitle}</Link>,
        },
        { label: t.donations.page, value: gift.pageTitle },
        { label: t.donations.method, value: words.enums.giftMethod[gift.method] },
        {
          label: t.donations.monthly,
          value: gift.planId && <Link to={`/plans/${gift.planId}`}>{words.enums.frequency.MONTHLY}</Link>,
        },
        { label: t.donations.received, value: gift.paidAt && formatDateTime(locale, gift.paidAt) },
        { label: t.donations.inKind, value: gift.inKindDescription },
        { label: t.donations.intended, value: amount(gift.intended) },
        { label: t.donations.cover, value: amount(gift.cover) },
        { label: t.donations.charged, value: amount(gift.charged) },
        { label: t.donations.fee, value: gift.method === 'STRIPE' && gift.paidAt && <Money value={gift.fee} /> },
        { label: t.donations.refunded, value: amount(gift.refunded) },
        { label: t.donations.lost, value: amount(gift.lost) },
        { label: t.donations.failure, value: gift.failureCode && failureText(words, gift.failureCode) },
        { label: t.donations.message, value: gift.message },
        {
          label: t.donations.goods,
          value:
            gift.goodsDescription &&
            t.donations.goodsWorth({ what: gift.goodsDescription, worth: moneyText(locale, gift.goodsValue) }),
        },
        { label: t.donations.employer, value: gift.employerMatchNote },
        {
          label: t.donations.dedication,
          value: dedication && (
            <>
              {t.donations.dedications[dedication.kind]} {dedication.honouree}
              {dedication.notifyEmail && (
                <span className={cells.longMeta}>
                  {t.donations.told({ who: dedication.notifyName ?? dedication.notifyEmail })}
                </span>
              )}
            </>
          ),
        },
        { label: t.donations.recordedBy, value: gift.recordedBy },
        {
          label: t.donations.reference,
          value: (gift.chargeId ?? gift.externalRef) && (
            <span className={gift.chargeId ? classes.code : undefined}>
              {gift.chargeId ?? referenceText(words, gift.externalRef)}
            </span>
          ),
        },
        {
          label: t.donations.payout,
          value: payout && (
            <>
              <Link to={`/reconciliation/payouts/${payout.id}`}>
                {t.donations.payoutArrives({ day: calendarDay(locale, payout.arrivesOn) })}
              </Link>
              {payout.confirmed && <span className={cells.longMeta}>{t.donations.atTheBank}</span>}
            </>
          ),
        },
      ]}
    />
  );
}
