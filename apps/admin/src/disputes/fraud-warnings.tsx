import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { useRead } from '../api/use-api';
import cells from '../parts/lists/cells.module.css';
import { ConfirmChange } from '../parts/ui/confirm';
import { DataTable, type Column } from '../parts/lists/data-table';
import { Failure } from '../parts/ui/failure';
import { Loading } from '../parts/ui/loading';
import { Money } from '../parts/money/money';
import { Section } from '../parts/ui/section';
import { moment } from '../parts/ui/when';
import { useWords } from '../words/words';
import { fraudWarningsQuery, handleFraudWarningMutation, type FraudWarningRow } from './queries';

/** What banks warned of, and what we did about it. */
export function FraudWarnings({ all }: { all: boolean }) {
  const { t } = useWords();
  const { data, error, refetch } = useRead(fraudWarningsQuery, { open: all ? null : true });
  const [handling, setHandling] = useState<FraudWarningRow | null>(null);
  const columns = useWarningColumns(setHandling);
  const rows = data?.fraudWarnings ?? [];
  return (
    <Section title={t.disputes.warningsTitle} lead={t.disputes.warningsLead} apart>
      {error && !data && <Failure error={error} retry={() => void refetch()} />}
      {!data && !error && <Loading what={t.disputes.warnings} lines={2} />}
      {data && rows.length === 0 && <Text c="dimmed">{t.disputes.noWarnings}</Text>}
      {rows.length > 0 && <DataTable label={t.disputes.warnings} rows={rows} columns={columns} idOf={({ id }) => id} />}
      {handling && <Handle warning={handling} onClose={() => setHandling(null)} />}
    </Section>
  );
}

function useWarningColumns(onHandle: (warning: FraudWarningRow) => void): ReadonlyArray<Column<FraudWarningRow>> {
  const { t, locale } = useWords();
  const types: Record<string, string> = t.disputes.fraudTypes;
  return [
    {
      key: 'donor',
      header: t.disputes.donor,
      onCard: 'title',
      cell: ({ giftId, donorName, campaignTitle }) => (
        <>
          <Link to={`/donations/${giftId}`}>{donorName}</Link>
          <span className={cells.meta}>{campaignTitle}</span>
        </>
      ),
    },
    { key: 'type', header: t.disputes.warning, cell: ({ fraudType }) => types[fraudType] ?? t.disputes.otherWarning },
    { key: 'when', header: t.disputes.warnedAt, cell: ({ warnedAt }) => moment(locale, warnedAt) },
    {
      key: 'amount',
      header: t.disputes.amount,
      align: 'end',
      onCard: 'corner',
      cell: ({ amount }) => <Money value={amount} strong />,
    },
    {
      key: 'handled',
      header: t.common.actions,
      hiddenHeader: true,
      align: 'end',
      onCard: 'foot',
      cell: (warning) =>
        warning.handledAt ? (
          <span className={cells.meta}>
            {t.disputes.handledBy({ name: warning.handledBy ?? '', when: moment(locale, warning.handledAt) })}:{' '}
            {warning.handledNote}
          </span>
        ) : (
          <span className={cells.actions}>
            <Button
              component={Link}
              to={`/donations/${warning.giftId}?refund=fraud`}
              size="xs"
              aria-label={t.disputes.refundFor({ name: warning.donorName })}
            >
              {t.disputes.refund}
            </Button>
            <Button
              variant="default"
              size="xs"
              aria-label={t.disputes.handleFor({ name: warning.donorName })}
              onClick={() => onHandle(warning)}
            >
              {t.disputes.handle}
            </Button>
          </span>
        ),
    },
  ];
}

function Handle({ warning, onClose }: { warning: FraudWarningRow; onClose: () => void }) {
  const { t } = useWords();
  return (
    <ConfirmChange
      opened
      onClose={onClose}
      title={t.disputes.handleTitle}
      text={t.disputes.handleText}
      reason={{ label: t.disputes.handleNote, required: true }}
      submit={t.disputes.handle}
      working={t.disputes.handling}
      mutation={handleFraudWarningMutation}
      variables={(note) => ({ input: { id: warning.id, note } })}
      done={t.disputes.handled}
    />
  );
}
