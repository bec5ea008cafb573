import { Alert, Button } from '@mantine/core';
import { Link } from 'react-router';
import { ask } from '../api/ask';
import { graphql, type ResultOf } from '@upstander/api-client';
import { useChange, useRead } from '../api/use-api';
import type { RowOf } from '../parts/lists/connection';
import { ListPage } from '../parts/lists/list-page';
import { useSearchState } from '../parts/lists/list-state';
import { Money } from '../parts/money/money';
import { AlertIcon, ReceiptIcon } from '../parts/ui/icons';
import { StatusBadge } from '../parts/ui/status-badge';
import { useWords } from '../words/words';

const receiptsQuery = graphql(`
  query Receipts($filter: ReceiptFilter, $first: Int, $after: String) {
    receipts(filter: $filter, first: $first, after: $after) {
      edges {
        node {
          id
          number
          donorName
          campaignTitle
          giftId
          issuedAt
          status
          voidReason
          replacesNumber
          replacedByNumber
          pdfUrl
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

const resendMutation = graphql(`
  mutation ResendReceipt($input: ResendReceiptInput!) {
    resendReceipt(input: $input) {
      ok
    }
  }
`);

/** Every receipt that was issued, the void ones too; and the way to send one again. */
export function Receipts() {
  const { t, words } = useWords('receipts');
  const state = useSearchState();
  const say = t.receipts;
  const years = Array.from({ length: 10 }, (_, ago) => String(new Date().getFullYear() - ago));
  return (
    <ListPage
      name="receipts"
      title={say.title}
      lead={say.lead}
      above={<NoTaxNumber />}
      document={receiptsQuery}
      state={state}
      variables={{
        filter: {
          text: state.text(),
          status: state.one('status', words.enums.receiptStatus),
          year: Number(state.one('year', years)) || undefined,
        },
      }}
      first={30}
      of="receipts"
      label={say.list}
      what={say.what}
      search={{ label: say.search, hint: say.searchHint }}
      filters={[
        { name: 'status', label: say.status, names: words.enums.receiptStatus },
        { name: 'year', label: say.year, names: years.map((year) => [year, year] as const) },
      ]}
      saySum={say.sum}
      none={{ title: say.noneTitle, text: say.noneText, icon: <ReceiptIcon size={26} /> }}
      noneFound={say}
      bulk={{
        label: say.resend,
        can: ({ status }) => status === 'VALID',
        each: ({ id }) => ask(resendMutation, { input: { receiptId: id } }),
        done: (count) => say.resentMany({ count }),
      }}
      columns={[
        {
          key: 'number',
          header: say.number,
          to: ({ giftId }) => `/gifts/${giftId}`,
          cell: ({ number }) => say.numbered({ number }),
          under: ({ replacesNumber }) => replacesNumber && say.replaces({ number: replacesNumber }),
        },
        { key: 'donorName', header: say.donor, under: ({ campaignTitle }) => campaignTitle },
        { key: 'issuedAt', header: say.issued },
        {
          key: 'status',
          header: say.status,
          cell: ({ status }) => <StatusBadge kind="receiptStatus" status={status} />,
          under: ({ status, replacedByNumber, voidReason }) =>
            status === 'VOID' &&
            (replacedByNumber
              ? say.replacedBy({ number: replacedByNumber })
              : voidReason && words.enums.voidReason[voidReason]),
        },
        {
          key: 'amount',
          header: say.amount,
          onCard: 'corner',
          cell: ({ amount }) => (amount ? <Money value={amount} strong /> : say.inKind),
        },
      ]}
      rowActions={(receipt) => <Actions {...receipt} />}
    />
  );
}

function Actions({ id, number, pdfUrl, status }: RowOf<ResultOf<typeof receiptsQuery>, 'receipts'>) {
  const { t } = useWords('receipts');
  const resend = useChange(resendMutation, { success: () => t.receipts.resent({ number }) });
  return (
    <>
      <Button
        component="a"
        href={pdfUrl}
        target="_blank"
        rel="noopener"
        variant="default"
        size="compact-sm"
        aria-label={t.receipts.pdfOf({ number })}
      >
        {t.receipts.pdf}
      </Button>
      {status === 'VALID' && (
        <Button
          variant="default"
          size="compact-sm"
          aria-label={t.receipts.resendOf({ number })}
          aria-disabled={resend.isPending}
          onClick={() => resend.isPending || resend.mutate({ input: { receiptId: id } })}
        >
          {t.receipts.resend}
        </Button>
      )}
    </>
  );
}

const ownNumberQuery = graphql(`
  query OwnNumber {
    beneficiaries {
      id
      kind
      registrationNumber
    }
  }
`);

/** Receipts carry the organisation's number as soon as there is one; until then whoever can add it is told. */
function NoTaxNumber() {
  const { t } = useWords('receipts');
  const { data } = useRead(ownNumberQuery, {});
  const own = data?.beneficiaries.find(({ kind }) => kind === 'OWN');
  if (!own || own.registrationNumber) return null;
  return (
    <Alert color="amber" icon={<AlertIcon />} mb="lg" title={t.receipts.noTaxNumber}>
      <Link to={`/beneficiaries/${own.id}`}>{t.receipts.addTaxNumber}</Link>
    </Alert>
  );
}
