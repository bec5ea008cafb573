import { Alert, Button } from '@mantine/core';
import { Link } from 'react-router';
import { request } from '../api/ask';
import { graphql, type ResultOf } from '@upstander/api-client';
import { useChange, useRead } from '../api/use-api';
import type { RowOf } from '../parts/lists/connection';
import { ListPage } from '../parts/lists/list-page';
import { useSearchState } from '../parts/lists/list-state';
import { Money } from '../parts/money/money';
import { AlertIcon, ReceiptIcon } from '../parts/ui/icons';
import { RowButton } from '../parts/ui/row-button';
import { canView, useMe } from '../session/use-me';
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

export function Receipts() {
  const { t, labels, words } = useWords('receipts');
  const state = useSearchState();
  const years = Array.from({ length: 10 }, (_, ago) => String(new Date().getFullYear() - ago));
  return (
    <ListPage
      name="receipts"
      labels={labels}
      header={<NoTaxNumber />}
      document={receiptsQuery}
      variables={{
        filter: {
          text: state.text(),
          status: state.oneOf('status', words.enums.receiptStatus),
          year: Number(state.oneOf('year', years)) || undefined,
        },
      }}
      first={30}
      path="receipts"
      search={{ label: labels.search, hint: labels.searchHint }}
      filters={[
        { name: 'status', label: t.common.status, options: words.enums.receiptStatus },
        { name: 'year', label: labels.year, options: years.map((year) => [year, year] as const) },
      ]}
      sumLabel={labels.sum}
      emptyState={{ title: labels.noneTitle, text: labels.noneText, icon: <ReceiptIcon size={26} /> }}
      bulk={{
        label: t.shared.sendAgain,
        isSelectable: ({ status }) => status === 'VALID',
        run: ({ id }) => request(resendMutation, { input: { receiptId: id } }),
        doneText: (count) => labels.resentMany({ count }),
      }}
      columns={[
        {
          key: 'number',
          header: labels.number,
          linkTo: ({ giftId }) => `/gifts/${giftId}`,
          render: ({ number }) => t.shared.receiptNumber({ number }),
          secondary: ({ replacesNumber }) => replacesNumber && labels.replaces({ number: replacesNumber }),
        },
        { key: 'donorName', header: t.common.donor, secondary: ({ campaignTitle }) => campaignTitle },
        { key: 'issuedAt', header: labels.issued },
        {
          key: 'status',
          header: t.common.status,
          badge: 'receiptStatus',
          secondary: ({ status, replacedByNumber, voidReason }) =>
            status === 'VOID' &&
            (replacedByNumber
              ? labels.replacedBy({ number: replacedByNumber })
              : voidReason && words.enums.voidReason[voidReason]),
        },
        {
          key: 'amount',
          header: t.common.amount,
          mobile: 'corner',
          render: ({ amount }) => (amount ? <Money value={amount} isStrong /> : labels.inKind),
        },
      ]}
      rowActions={(receipt) => <Actions {...receipt} />}
      viewerActions={(receipt) => <PdfLink {...receipt} />}
    />
  );
}

function PdfLink({ number, pdfUrl }: Pick<ReceiptRow, 'number' | 'pdfUrl'>) {
  const { t } = useWords('receipts');
  return (
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
  );
}

type ReceiptRow = RowOf<ResultOf<typeof receiptsQuery>, 'receipts'>;

function Actions({ id, number, pdfUrl, status }: ReceiptRow) {
  const { t } = useWords('receipts');
  const resend = useChange(resendMutation, { success: () => t.receipts.resent({ number }) });
  return (
    <>
      <PdfLink number={number} pdfUrl={pdfUrl} />
      {status === 'VALID' && (
        <RowButton
          label={t.shared.sendAgain}
          ariaLabel={t.receipts.resendOf({ number })}
          isPending={resend.isPending}
          onClick={() => resend.isPending || resend.mutate({ input: { receiptId: id } })}
        />
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

/** Receipts need the organization's tax number. Until it is set, users who can add it see this notice. */
function NoTaxNumber() {
  const { t } = useWords('receipts');
  const { data } = useRead(ownNumberQuery, {}, { enabled: canView(useMe(), 'BENEFICIARIES') });
  const ownOrganization = data?.beneficiaries.find(({ kind }) => kind === 'OWN');
  if (!ownOrganization || ownOrganization.registrationNumber) return null;
  return (
    <Alert color="amber" icon={<AlertIcon />} mb="lg" title={t.receipts.noTaxNumber}>
      <Link to={`/beneficiaries/${ownOrganization.id}`}>{t.receipts.addTaxNumber}</Link>
    </Alert>
  );
}
