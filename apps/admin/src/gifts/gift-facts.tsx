import { moneyText } from '@upstander/web-kit';
import { Link } from 'react-router';
import cells from '../parts/lists/cells.module.css';
import { failureText } from '../parts/ui/failure-text';
import { DataRequestLink } from '../parts/record/data-request-link';
import { Facts } from '../parts/ui/facts';
import { isZero, Money } from '../parts/money/money';
import { calendarDay, formatDateTime } from '../parts/ui/dates';
import { useWords } from '../words/words';
import classes from './gifts.module.css';
import type { GiftDetails } from './gift-query';
import { referenceText } from './reference-text';

export function GiftFacts({ gift }: { gift: GiftDetails }) {
  const { t, words, locale } = useWords('gifts', 'money');
  const { dedication, payout } = gift;
  const donorGiftsText = gift.donorGifts > 0 && t.gifts.donorGifts({ count: gift.donorGifts });
  const donorGifts = gift.donorId
    ? donorGiftsText && <Link to={`/gifts?donor=${gift.donorId}`}>{donorGiftsText}</Link>
    : donorGiftsText;
  const amount = (value: GiftDetails['charged'] | null) => value && !isZero(value) && <Money value={value} />;
  return (
    <Facts
      facts={[
        {
          label: t.common.donor,
          value: gift.name !== null && (gift.anonymous ? `${gift.name} (${t.gifts.anonymous})` : gift.name),
        },
        {
          label: t.gifts.email,
          value: gift.email && (
            <>
              {gift.email}
              <DataRequestLink email={gift.email} />
            </>
          ),
        },
        { label: t.common.gifts, value: donorGifts },
        {
          label: t.common.fundraiser,
          value: <Link to={`/fundraisers/${gift.campaignId}`}>{gift.campaignTitle}</Link>,
        },
        { label: t.shared.page, value: gift.pageTitle },
        { label: t.gifts.method, value: words.enums.giftMethod[gift.method] },
        {
          label: t.gifts.monthly,
          value: gift.recurringGiftId && (
            <Link to={`/recurring-gifts/${gift.recurringGiftId}`}>{words.enums.frequency.MONTHLY}</Link>
          ),
        },
        { label: t.shared.received, value: gift.paidAt && formatDateTime(locale, gift.paidAt) },
        { label: t.gifts.inKind, value: gift.inKindDescription },
        { label: t.shared.intendedGift, value: amount(gift.intended) },
        { label: t.gifts.cover, value: amount(gift.cover) },
        { label: t.gifts.charged, value: amount(gift.charged) },
        { label: t.gifts.fee, value: gift.method === 'STRIPE' && gift.paidAt && <Money value={gift.fee} /> },
        { label: t.gifts.refunded, value: amount(gift.refunded) },
        { label: t.gifts.lost, value: amount(gift.lost) },
        { label: t.shared.reasonForFailure, value: gift.failureCode && failureText(words, gift.failureCode) },
        { label: t.common.message, value: gift.message },
        {
          label: t.gifts.goods,
          value:
            gift.goodsDescription &&
            t.gifts.goodsWorth({ what: gift.goodsDescription, worth: moneyText(locale, gift.goodsValue) }),
        },
        { label: t.gifts.employer, value: gift.employerMatchNote },
        {
          label: t.gifts.dedication,
          value: dedication && (
            <>
              {t.gifts.dedications[dedication.kind]} {dedication.honoree}
              {dedication.notifyEmail && (
                <span className={cells.longMeta}>
                  {t.gifts.told({ who: dedication.notifyName ?? dedication.notifyEmail })}
                </span>
              )}
            </>
          ),
        },
        { label: t.gifts.recordedBy, value: gift.recordedBy },
        {
          label: t.gifts.reference,
          value: (gift.chargeId ?? gift.externalRef) && (
            <span className={gift.chargeId ? classes.code : undefined}>
              {gift.chargeId ?? referenceText(words, gift.externalRef)}
            </span>
          ),
        },
        {
          label: t.shared.payout,
          value: payout && (
            <>
              <Link to={`/reconciliation/payouts/${payout.id}`}>
                {t.gifts.payoutArrives({ day: calendarDay(locale, payout.arrivesOn) })}
              </Link>
              {payout.confirmed && <span className={cells.longMeta}>{t.gifts.atTheBank}</span>}
            </>
          ),
        },
      ]}
    />
  );
}
