import { Button, Text } from '@mantine/core';
import { moneyText } from '@upstander/web-kit';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useRead } from '../api/use-api';
import { ConfirmChange } from '../parts/ui/confirm';
import { NotThere } from '../parts/ui/not-there';
import { DataTable, type Column } from '../parts/lists/data-table';
import { failureText } from '../parts/ui/failure-text';
import { Facts } from '../parts/ui/facts';
import { Failure } from '../parts/ui/failure';
import { Loading } from '../parts/ui/loading';
import { Money } from '../parts/money/money';
import { PageHeader } from '../parts/ui/page-header';
import { Section } from '../parts/ui/section';
import { StatusBadge } from '../parts/ui/status-badge';
import { formatDateTime, formatShortDateTime } from '../parts/ui/when';
import { useWords } from '../words/words';
import classes from './plans.module.css';
import { planQuery, stopPlanMutation, type PlanDetails, type PlanMonth } from './queries';

/** One recurring gift, its months, and the way to stop it for somebody who asked. */
export function PlanShow() {
  const { t } = useWords('plans');
  const { id = '' } = useParams();
  const { data, error, refetch } = useRead(planQuery, { id });
  if (error && !data) return <Failure error={error} retry={() => void refetch()} />;
  if (!data) return <Loading what={t.plans.one} lines={6} />;
  if (!data.managePlan) return <NotThere />;
  return <Plan plan={data.managePlan} />;
}

function Plan({ plan }: { plan: PlanDetails }) {
  const { t, locale } = useWords('plans');
  const [stopping, setStopping] = useState(false);
  const running = plan.status === 'ACTIVE' || plan.status === 'PAST_DUE';
  return (
    <div>
      <PageHeader
        title={t.plans.oneTitle({ name: plan.name, amount: moneyText(locale, plan.charged) })}
        back={{ to: '/plans', label: t.plans.back }}
        badge={<StatusBadge kind="planStatus" status={plan.status} />}
      >
        {running && !plan.stopRequested && (
          <Button variant="default" onClick={() => setStopping(true)}>
            {t.plans.stop}
          </Button>
        )}
      </PageHeader>
      <PlanFacts plan={plan} />
      <Section title={t.plans.giftsTitle} apart>
        <Months months={plan.gifts} />
      </Section>
      {stopping && <StopPlan plan={plan} onClose={() => setStopping(false)} />}
    </div>
  );
}

function PlanFacts({ plan }: { plan: PlanDetails }) {
  const { t, words, locale } = useWords('money', 'plans');
  const at = (when: string | null) => when && formatDateTime(locale, when);
  return (
    <Facts
      facts={[
        { label: t.plans.email, value: plan.email },
        {
          label: t.plans.campaign,
          value: <Link to={`/fundraisers/${plan.campaignId}`}>{plan.campaignTitle}</Link>,
        },
        { label: t.plans.donor, value: plan.anonymous && `${plan.name} (${t.money.anonymous})` },
        { label: t.plans.intended, value: <Money value={plan.intended} /> },
        { label: t.plans.cover, value: <Money value={plan.cover} /> },
        { label: t.plans.charged, value: <Money value={plan.charged} strong /> },
        {
          label: t.plans.given,
          value: t.plans.monthsPaid({ count: plan.giftCount, given: moneyText(locale, plan.given) }),
        },
        { label: t.plans.started, value: at(plan.startedAt) },
        { label: t.plans.next, value: at(plan.nextChargeAt) },
        { label: t.plans.failure, value: plan.failingSince && failureText(words, plan.failureCode ?? 'other') },
        { label: t.plans.stopped, value: at(plan.stoppedAt) },
        { label: t.plans.reason, value: plan.stopReason },
        {
          label: t.plans.subscription,
          value: plan.stripeSubscriptionId && <span className={classes.code}>{plan.stripeSubscriptionId}</span>,
        },
      ]}
    />
  );
}

function Months({ months }: { months: readonly PlanMonth[] }) {
  const { t, locale } = useWords('plans');
  const columns: ReadonlyArray<Column<PlanMonth>> = [
    {
      key: 'month',
      header: t.plans.month,
      onCard: 'title',
      cell: ({ id, paidAt }) => (
        <Link to={`/donations/${id}`}>{paidAt ? formatShortDateTime(locale, paidAt) : t.plans.noNext}</Link>
      ),
    },
    { key: 'status', header: t.plans.status, cell: ({ status }) => <StatusBadge kind="giftStatus" status={status} /> },
    {
      key: 'amount',
      header: t.plans.charged,
      align: 'end',
      onCard: 'corner',
      cell: ({ charged }) => <Money value={charged} strong />,
    },
  ];
  if (months.length === 0) return <Text c="dimmed">{t.plans.noGifts}</Text>;
  return <DataTable label={t.plans.gifts} rows={months} columns={columns} idOf={({ id }) => id} />;
}

function StopPlan({ plan, onClose }: { plan: PlanDetails; onClose: () => void }) {
  const { t } = useWords('plans');
  return (
    <ConfirmChange
      opened
      onClose={onClose}
      title={t.plans.stopTitle({ name: plan.name })}
      text={t.plans.stopText}
      reason={{ label: t.plans.stopNote, required: true }}
      submit={t.plans.stop}
      working={t.plans.stoppingNow}
      mutation={stopPlanMutation}
      variables={(note) => ({ input: { id: plan.id, note } })}
      done={t.plans.stopDone}
    />
  );
}
