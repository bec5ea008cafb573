import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { graphql } from '@upstander/api-client';
import { useRead } from '../api/use-api';
import { GiftTabs } from '../gifts/gift-tabs';
import { BankIcon, PlusIcon } from '../parts/ui/icons';
import { Figures } from '../parts/ui/figures';
import { List } from '../parts/lists/list';
import { isZero, Money } from '../parts/money/money';
import { PageHeader } from '../parts/ui/page-header';
import { Section } from '../parts/ui/section';
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

export function Cash() {
  const { t, labels } = useWords('offlineGifts');
  const cash = useRead(cashQuery, {}).data?.cashInHand.filter((amount) => !isZero(amount)) ?? [];
  const [isRecording, setIsRecording] = useState(false);
  return (
    <div data-wide>
      <PageHeader title={t.offlineGifts.cash} lead={labels.depositsLead}>
        {cash.length > 0 && (
          <Button leftSection={<PlusIcon />} onClick={() => setIsRecording(true)}>
            {labels.recordDeposit}
          </Button>
        )}
      </PageHeader>
      <GiftTabs />
      {cash.length === 0 ? (
        <Text c="dimmed">{labels.nothingInHand}</Text>
      ) : (
        <Figures
          figures={cash.map((amount) => ({
            key: amount.currency,
            label: labels.inHand,
            value: <Money value={amount} />,
          }))}
        />
      )}
      <Section title={labels.deposits}>
        <List
          name="deposits"
          document={depositsQuery}
          variables={{}}
          first={30}
          path="deposits"
          labels={{ list: labels.depositsList, what: labels.depositsWhat }}
          emptyState={{ title: labels.noDeposits, icon: <BankIcon size={26} /> }}
          columns={[
            { key: 'depositedOn', header: labels.depositedOn, secondary: ({ reference }) => reference },
            { key: 'recordedByName', header: labels.by },
            { key: 'amount', header: labels.amount, mobile: 'corner' },
          ]}
        />
      </Section>
      {isRecording && <DepositForm undepositedSums={cash} onClose={() => setIsRecording(false)} />}
    </div>
  );
}
