import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { intlTag } from '@upstander/web-kit';
import { Link } from 'react-router';
import { useChange, useRead } from '../api/use-api';
import { Figures } from '../parts/ui/figures';
import { Pending } from '../parts/ui/pending';
import { formatDateTime } from '../parts/ui/dates';
import { usePageAccess } from '../parts/ui/page-access';
import { useWords } from '../words/words';
import { checkQuery, runCheckMutation, type LedgerCheckData } from './queries';

export function Check() {
  const { t } = useWords('ledger');
  const { mayChange } = usePageAccess();
  const { data, error, refetch } = useRead(checkQuery, {});
  const run = useChange(runCheckMutation, { success: () => t.ledger.ran });
  if (!data) return <Pending error={error} retry={refetch} noun={t.ledger.checkWhat} lines={3} />;
  return (
    <Stack>
      <Text c="dimmed">{t.ledger.checkLead}</Text>
      {data.ledgerCheck ? <LastCheck check={data.ledgerCheck} /> : <Text>{t.ledger.neverChecked}</Text>}
      {mayChange && (
        <>
          <Group>
            <Button aria-disabled={run.isPending} onClick={() => run.isPending || run.mutate({ full: false })}>
              {run.isPending ? t.ledger.running : t.ledger.run}
            </Button>
            <Button
              variant="default"
              aria-disabled={run.isPending}
              onClick={() => run.isPending || run.mutate({ full: true })}
            >
              {t.ledger.runWhole}
            </Button>
          </Group>
          <Text c="dimmed" size="sm">
            {t.ledger.wholeTakes}
          </Text>
        </>
      )}
    </Stack>
  );
}

function LastCheck({ check }: { check: LedgerCheckData }) {
  const { t, locale } = useWords('ledger', 'reconciliation');
  const number = new Intl.NumberFormat(intlTag(locale));
  const kinds: Record<string, string> = t.reconciliation.kinds;
  return (
    <>
      <Alert
        color={check.agrees ? 'evergreen' : 'clay'}
        title={check.agrees ? t.shared.everythingMatches : t.ledger.differs}
        role="status"
      >
        {check.agrees ? t.ledger.agreesText : t.ledger.differsText}
        {check.findings.length > 0 && (
          <ul>
            {check.findings.map(({ kind, count }) => (
              <li key={kind}>
                {kinds[kind] ?? kind}: {number.format(count)}
              </li>
            ))}
          </ul>
        )}
        {!check.agrees && <Link to="/reconciliation/discrepancies">{t.ledger.toDiscrepancies}</Link>}
      </Alert>
      <Figures
        figures={[
          {
            key: 'at',
            label: t.ledger.checkedAt,
            value: formatDateTime(locale, check.at),
            hint: t.ledger.took({ seconds: number.format(check.seconds) }),
          },
          {
            key: 'isFull',
            label: t.ledger.lookedAt,
            value: check.isFull ? t.ledger.all : t.ledger.onlyNew,
            hint:
              check.isFull || !check.lastFullAt
                ? undefined
                : t.ledger.lastFullAt({ when: formatDateTime(locale, check.lastFullAt) }),
          },
          { key: 'gifts', label: t.common.gifts, value: number.format(check.gifts) },
          { key: 'postings', label: t.ledger.postings, value: number.format(check.postings) },
          { key: 'lines', label: t.ledger.lines, value: number.format(check.balanceTransactions) },
        ]}
      />
    </>
  );
}
