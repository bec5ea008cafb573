import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { graphql } from '@upstander/api-client';
import { useRead } from '../api/use-api';
import { GiftTabs } from '../gifts/gift-tabs';
import { BankIcon } from '../parts/ui/icons';
import { Figures } from '../parts/ui/figures';
import { List } from '../parts/lists/list';
import { isZero, Money } from '../parts/money/money';
import { PageHeader } from '../parts/ui/page-header';
import { Section } from '../parts/ui/section';
import { useSearchState } from '../parts/lists/list-state';
import { useWords } from '../words/words';
import { DepositForm } from './deposit-form';
import { cashQuery } from './queries';

const depositsQuery = graphql(`
  query Deposits($first: Int, $after: String) {
    deposits(first: $first, after: $after) {
      edges {
        node {
          id
          depositedOn
          reference
          recordedByName
          amount {
            amountMinor
            currency
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      totalCount
      totalIsCapped
      sums {
        amount {
          amountMinor
          currency
        }
      }
    }
  }
`);

/** Cash and cheques: what is in hand, and what was brought to the bank. */
export function Cash() {
  const { t } = useWords('offlineGifts');
  const state = useSearchState();
  const cash = useRead(cashQuery, {}).data?.cashInHand.filter((amount) => !isZero(amount)) ?? [];
  const say = t.offlineGifts;
  const [recording, setRecording] = useState(false);
  return (
    <div data-wide>
      <PageHeader title={say.depositsTitle} lead={say.depositsLead}>
        {cash.length > 0 && <Button onClick={() => setRecording(true)}>{say.recordDeposit}</Button>}
      </PageHeader>
      <GiftTabs />
      {cash.length === 0 ? (
        <Text c="dimmed">{say.nothingInHand}</Text>
      ) : (
        <Figures
          figures={cash.map((amount) => ({
            key: amount.currency,
            label: say.inHand,
            value: <Money value={amount} />,
          }))}
        />
      )}
      <Section title={say.deposits}>
        <List
          name="deposits"
          document={depositsQuery}
          state={state}
          variables={{}}
          first={30}
          of="deposits"
          label={say.depositsList}
          what={say.depositsWhat}
          none={{ title: say.noDeposits, icon: <BankIcon size={26} /> }}
          columns={[
            { key: 'depositedOn', header: say.depositedOn, under: ({ reference }) => reference },
            { key: 'recordedByName', header: say.by },
            { key: 'amount', header: say.amount, onCard: 'corner' },
          ]}
        />
      </Section>
      {recording && <DepositForm inHand={cash} onClose={() => setRecording(false)} />}
    </div>
  );
}
