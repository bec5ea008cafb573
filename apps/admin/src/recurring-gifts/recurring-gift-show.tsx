import { Button, Text } from '@mantine/core';
import { moneyText } from '@upstander/web-kit';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useRead } from '../api/use-api';
import { ConfirmChange } from '../parts/ui/confirm';
import { NotFound } from '../parts/ui/not-found';
import { DataTable, type Column } from '../parts/lists/data-table';
import { failureText } from '../parts/ui/failure-text';
import { Facts } from '../parts/ui/facts';
import { Pending } from '../parts/ui/pending';
import { Money } from '../parts/money/money';
import { PageHeader } from '../parts/ui/page-header';
import { Section } from '../parts/ui/section';
import { StatusBadge } from '../parts/ui/status-badge';
import { formatDateTime, formatShortDateTime } from '../parts/ui/dates';
import { useWords } from '../words/words';
import classes from './recurring-gifts.module.css';
import {
  recurringGiftQuery,
  stopRecurringGiftMutation,
  type RecurringGiftDetails,
  type RecurringGiftMonth,
} from './queries';

export function RecurringGiftShow() {
  const { t } = useWords('recurringGifts');
  const { id = '' } = useParams();
  const { data, error, refetch } = useRead(recurringGiftQuery, { id });
  if (!data) return <Pending error={error} retry={refetch} noun={t.recurringGifts.one} lines={6} />;
  if (!data.manageRecurringGift) return <NotFound />;
  return <RecurringGift recurringGift={data.manageRecurringGift} />;
}

function RecurringGift({ recurringGift }: { recurringGift: RecurringGiftDetails }) {
  const { t, locale } = useWords('recurringGifts');
  const [isStopping, setIsStopping] = useState(false);
  const isActive = recurringGift.status === 'ACTIVE' || recurringGift.status === 'PAST_DUE';
  return (
    <div>
      <PageHeader
        title={t.recurringGifts.oneTitle({
          name: recurringGift.name,
          amount: moneyText(locale, recurringGift.charged),
        })}
        back={{ to: '/recurring-gifts', label: t.recurringGifts.back }}
        badge={<StatusBadge kind="recurringGiftStatus" status={recurringGift.status} />}
      >
        {isActive && !recurringGift.stopRequested && (
          <Button variant="default" onClick={() => setIsStopping(true)}>
            {t.recurringGifts.stop}
          </Button>
        )}
      </PageHeader>
      <RecurringGiftFacts recurringGift={recurringGift} />
      <Section title={t.recurringGifts.giftsTitle} hasSpaceAbove>
        <Months months={recurringGift.gifts} />
      </Section>
      {isStopping && <StopRecurringGift recurringGift={recurringGift} onClose={() => setIsStopping(false)} />}
    </div>
  );
}

function RecurringGiftFacts({ recurringGift }: { recurringGift: RecurringGiftDetails }) {
  const { t, words, locale } = useWords('money', 'recurringGifts');
  const formatTime = (time: string | null) => time && formatDateTime(locale, time);
  return (
    <Facts
      facts={[
        { label: t.recurringGifts.email, value: recurringGift.email },
        {
          label: t.common.fundraiser,
          value: <Link to={`/fundraisers/${recurringGift.campaignId}`}>{recurringGift.campaignTitle}</Link>,
        },
        {
          label: t.common.donor,
          value: recurringGift.anonymous && `${recurringGift.name} (${t.money.anonymous})`,
        },
        { label: t.shared.intendedGift, value: <Money value={recurringGift.intended} /> },
        { label: t.recurringGifts.cover, value: <Money value={recurringGift.cover} /> },
        { label: t.recurringGifts.charged, value: <Money value={recurringGift.charged} isStrong /> },
        {
          label: t.recurringGifts.given,
          value: t.recurringGifts.monthsPaid({
            count: recurringGift.giftCount,
            given: moneyText(locale, recurringGift.totalGiven),
          }),
        },
        { label: t.shared.started, value: formatTime(recurringGift.startedAt) },
        { label: t.recurringGifts.next, value: formatTime(recurringGift.nextChargeAt) },
        {
          label: t.recurringGifts.failure,
          value: recurringGift.failingSince && failureText(words, recurringGift.failureCode ?? 'other'),
        },
        { label: t.recurringGifts.stopped, value: formatTime(recurringGift.stoppedAt) },
        { label: t.recurringGifts.reason, value: recurringGift.stopReason },
        {
          label: t.recurringGifts.subscription,
          value: recurringGift.stripeSubscriptionId && (
            <span className={classes.code}>{recurringGift.stripeSubscriptionId}</span>
          ),
        },
      ]}
    />
  );
}

function Months({ months }: { months: readonly RecurringGiftMonth[] }) {
  const { t, locale } = useWords('recurringGifts');
  const columns: ReadonlyArray<Column<RecurringGiftMonth>> = [
    {
      key: 'month',
      header: t.common.month,
      mobile: 'title',
      render: ({ id, paidAt }) => (
        <Link to={`/gifts/${id}`}>{paidAt ? formatShortDateTime(locale, paidAt) : t.recurringGifts.noNext}</Link>
      ),
    },
    { key: 'status', header: t.common.status, badge: 'giftStatus' },
    {
      key: 'amount',
      header: t.recurringGifts.charged,
      align: 'end',
      mobile: 'corner',
      render: ({ charged }) => <Money value={charged} isStrong />,
    },
  ];
  if (months.length === 0) return <Text c="dimmed">{t.recurringGifts.noGifts}</Text>;
  return <DataTable label={t.recurringGifts.gifts} rows={months} columns={columns} idOf={({ id }) => id} />;
}

function StopRecurringGift({ recurringGift, onClose }: { recurringGift: RecurringGiftDetails; onClose: () => void }) {
  const { t } = useWords('recurringGifts');
  return (
    <ConfirmChange
      onClose={onClose}
      title={t.recurringGifts.stopTitle({ name: recurringGift.name })}
      text={t.recurringGifts.stopText}
      reason={{ label: t.common.reason, required: true }}
      submitLabel={t.recurringGifts.stop}
      pendingLabel={t.shared.stopping}
      mutation={stopRecurringGiftMutation}
      variables={(note) => ({ input: { id: recurringGift.id, note } })}
      successMessage={t.recurringGifts.stopDone}
    />
  );
}
