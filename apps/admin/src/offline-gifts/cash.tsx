import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { useRead } from '../api/use-api';
import { DonationTabs } from '../donations/donation-tabs';
import cells from '../parts/lists/cells.module.css';
import type { Column } from '../parts/lists/data-table';
import { Figures } from '../parts/ui/figures';
import { List } from '../parts/lists/list';
import { isZero, Money } from '../parts/money/money';
import { PageHeader } from '../parts/ui/page-header';
import { Section } from '../parts/ui/section';
import { useSearchState } from '../parts/lists/use-search-state';
import { calendarDay } from '../parts/ui/when';
import { useWords } from '../words/words';
import { DepositForm } from './deposit-form';
import { cashQuery, depositsQuery, type DepositRow } from './queries';

/** Cash and cheques: what is in hand, and what was brought to the bank. */
export function Cash() {
  const { t } = useWords();
  const state = useSearchState();
  const cash = useRead(cashQuery, {}).data?.cashInHand.filter((amount) => !isZero(amount)) ?? [];
  const query = useRead(depositsQuery, { first: 30, after: state.get('after') || null });
  const columns = useDepositColumns();
  const [recording, setRecording] = useState(false);
  return (
    <div>
      <PageHeader title={t.offlineGifts.depositsTitle} lead={t.offlineGifts.depositsLead}>
        {cash.length > 0 && <Button onClick={() => setRecording(true)}>{t.offlineGifts.recordDeposit}</Button>}
      </PageHeader>
      <DonationTabs />
      {cash.length === 0 ? (
        <Text c="dimmed">{t.offlineGifts.nothingInHand}</Text>
      ) : (
        <Figures
          figures={cash.map((amount) => ({
            key: amount.currency,
            label: t.offlineGifts.inHand,
            value: <Money value={amount} />,
          }))}
        />
      )}
      <Section title={t.offlineGifts.deposits}>
        <List
          query={query}
          of={(data) => data.deposits}
          columns={columns}
          label={t.offlineGifts.depositsList}
          what={t.offlineGifts.depositsWhat}
          empty={<Text c="dimmed">{t.offlineGifts.noDeposits}</Text>}
        />
      </Section>
      {recording && <DepositForm inHand={cash} onClose={() => setRecording(false)} />}
    </div>
  );
}

function useDepositColumns(): ReadonlyArray<Column<DepositRow>> {
  const { t, locale } = useWords();
  return [
    {
      key: 'day',
      header: t.offlineGifts.depositedOn,
      onCard: 'title',
      cell: ({ depositedOn, reference }) => (
        <>
          {calendarDay(locale, depositedOn)}
          {reference && <span className={cells.meta}>{reference}</span>}
        </>
      ),
    },
    { key: 'by', header: t.offlineGifts.by, cell: ({ recordedByName }) => recordedByName },
    {
      key: 'amount',
      header: t.offlineGifts.amount,
      align: 'end',
      onCard: 'corner',
      cell: ({ amount }) => <Money value={amount} strong />,
    },
  ];
}
