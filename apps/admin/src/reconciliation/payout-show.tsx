import { Alert, Button, Text } from '@mantine/core';
import { moneyText } from '@upstander/web-kit';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useRead } from '../api/use-api';
import cells from '../parts/lists/cells.module.css';
import { DataTable, type Column } from '../parts/lists/data-table';
import { Facts } from '../parts/ui/facts';
import { NotFound } from '../parts/ui/not-found';
import { Pending } from '../parts/ui/pending';
import { Money } from '../parts/money/money';
import { ConfirmChange } from '../parts/ui/confirm';
import { InfoIcon } from '../parts/ui/icons';
import { PageHeader } from '../parts/ui/page-header';
import { Section } from '../parts/ui/section';
import { Timeline } from '../parts/ui/timeline';
import { calendarDay, formatDateTime, formatShortDateTime } from '../parts/ui/dates';
import { useWords } from '../words/words';
import { bankDiscrepancy } from './bank-discrepancy';
import { ConfirmPayout } from './confirm-payout';
import { PayoutBalance, PayoutStatus } from './payouts';
import { payoutQuery, undoPayoutConfirmationMutation, type PayoutDetails, type PayoutLine } from './queries';
import classes from './reconciliation.module.css';

export function PayoutShow() {
  const { t } = useWords('reconciliation');
  const { id = '' } = useParams();
  const { data, error, refetch } = useRead(payoutQuery, { id });
  if (!data) return <Pending error={error} retry={refetch} noun={t.reconciliation.onePart} lines={6} />;
  if (!data.payout) return <NotFound />;
  return <Payout payout={data.payout} />;
}

function Payout({ payout }: { payout: PayoutDetails }) {
  const { t, locale } = useWords('reconciliation');
  const [dialog, setDialog] = useState<'confirm' | 'undo' | null>(null);
  const closeDialog = () => setDialog(null);
  const columns = useLineColumns();
  return (
    <div>
      <PageHeader
        title={t.reconciliation.oneTitle({ amount: moneyText(locale, payout.amount) })}
        back={{ to: '/reconciliation', label: t.reconciliation.back }}
        badge={<PayoutStatus status={payout.status} />}
      >
        {payout.bankStatementDate ? (
          <>
            <Button variant="default" onClick={() => setDialog('undo')}>
              {t.reconciliation.undo}
            </Button>
            <Button variant="default" onClick={() => setDialog('confirm')}>
              {t.reconciliation.correct}
            </Button>
          </>
        ) : (
          <Button onClick={() => setDialog('confirm')}>{t.reconciliation.confirm}</Button>
        )}
      </PageHeader>
      <BankDiffers payout={payout} />
      <Facts
        facts={[
          { label: t.shared.payout, value: <span className={classes.code}>{payout.stripePayoutId}</span> },
          { label: t.reconciliation.arrives, value: calendarDay(locale, payout.arrivesOn) },
          { label: t.reconciliation.net, value: payout.transactionsNet && <Money value={payout.transactionsNet} /> },
          { label: t.reconciliation.adds, value: <PayoutBalance payout={payout} /> },
          {
            label: t.reconciliation.bank,
            value:
              payout.bankAmount && payout.bankStatementDate ? (
                <>
                  <Money value={payout.bankAmount} />{' '}
                  {t.reconciliation.bankSeen({
                    day: calendarDay(locale, payout.bankStatementDate),
                    name: payout.bankConfirmedBy ?? '',
                  })}
                </>
              ) : (
                t.shared.notConfirmed
              ),
          },
        ]}
      />
      <Section title={t.reconciliation.linesTitle} hasSpaceAbove>
        {payout.transactions.length === 0 ? (
          <Text c="dimmed">{t.reconciliation.noLines}</Text>
        ) : (
          <DataTable
            label={t.reconciliation.lines}
            rows={payout.transactions}
            columns={columns}
            idOf={({ id }) => id}
          />
        )}
      </Section>
      {payout.corrections.length > 0 && <Corrections payout={payout} />}
      {dialog === 'confirm' && <ConfirmPayout payout={payout} onClose={closeDialog} />}
      {dialog === 'undo' && (
        <ConfirmChange
          onClose={closeDialog}
          title={t.reconciliation.undoTitle}
          text={t.reconciliation.undoText}
          submitLabel={t.reconciliation.undo}
          pendingLabel={t.shared.undoing}
          mutation={undoPayoutConfirmationMutation}
          variables={() => ({ input: { id: payout.id } })}
          successMessage={t.reconciliation.undone}
        />
      )}
    </div>
  );
}

function BankDiffers({ payout }: { payout: PayoutDetails }) {
  const { t, locale } = useWords('reconciliation');
  const discrepancy = bankDiscrepancy(payout);
  if (!discrepancy || !payout.bankAmount) return null;
  return (
    <Alert
      color="amber"
      icon={<InfoIcon />}
      mb="md"
      title={t.reconciliation.differsTitle({ amount: moneyText(locale, payout.bankAmount) })}
    >
      {t.reconciliation.differsText({ amount: moneyText(locale, discrepancy) })}{' '}
      <Link to="/reconciliation/discrepancies">{t.reconciliation.discrepancies}</Link>.
    </Alert>
  );
}

function Corrections({ payout }: { payout: PayoutDetails }) {
  const { t, locale } = useWords('reconciliation');
  return (
    <Section title={t.reconciliation.correctionsTitle}>
      <Timeline
        label={t.reconciliation.corrections}
        entries={payout.corrections.map(({ id, bankAmount, statementDate, confirmedBy, correctedBy, correctedAt }) => ({
          key: id,
          title: t.reconciliation.correctionSeen({
            amount: moneyText(locale, bankAmount),
            day: calendarDay(locale, statementDate),
          }),
          text: confirmedBy && t.reconciliation.correctionConfirmed({ name: confirmedBy }),
          when: [
            correctedBy && t.reconciliation.correctionBy({ name: correctedBy }),
            formatDateTime(locale, correctedAt),
          ]
            .filter(Boolean)
            .join(' · '),
        }))}
      />
    </Section>
  );
}

function useLineColumns(): ReadonlyArray<Column<PayoutLine>> {
  const { t, locale } = useWords('reconciliation');
  const types: Record<string, string> = t.reconciliation.lineTypes;
  return [
    {
      key: 'line',
      header: t.reconciliation.line,
      mobile: 'title',
      render: ({ type, giftId, sourceId, id }) => {
        const name = types[type] ?? type;
        return (
          <>
            {giftId ? <Link to={`/gifts/${giftId}`}>{name}</Link> : name}
            <span className={cells.meta}>{sourceId ?? id}</span>
          </>
        );
      },
    },
    { key: 'when', header: t.common.when, render: ({ createdAt }) => formatShortDateTime(locale, createdAt) },
    {
      key: 'amount',
      header: t.common.amount,
      align: 'end',
      render: ({ amount }) => <Money value={amount} />,
    },
    { key: 'fee', header: t.shared.fee, align: 'end', render: ({ fee }) => <Money value={fee} /> },
    {
      key: 'net',
      header: t.reconciliation.lineNet,
      align: 'end',
      mobile: 'corner',
      render: ({ net }) => <Money value={net} isStrong />,
    },
  ];
}
