import { Button } from '@mantine/core';
import { moneyText } from '@upstander/web-kit';
import { useState } from 'react';
import { Link } from 'react-router';
import { graphql, type ResultOf, type VariablesOf } from '@upstander/api-client';
import cells from '../parts/lists/cells.module.css';
import { ListTime } from '../parts/lists/column';
import type { RowOf } from '../parts/lists/connection';
import { List } from '../parts/lists/list';
import { useSearchState } from '../parts/lists/list-state';
import { Dialog } from '../parts/ui/dialog';
import { CheckIcon, PlusIcon, SendIcon } from '../parts/ui/icons';
import { PageHeader } from '../parts/ui/page-header';
import { Section } from '../parts/ui/section';
import { StatusBadge } from '../parts/ui/status-badge';
import { useMe } from '../session/use-me';
import { useWords } from '../words/words';
import { DecideDialogs, type Deciding } from './decide-dialogs';
import { Overdue } from './overdue';
import classes from './disbursements.module.css';
import { RecordForm } from './record-form';

const disbursementsQuery = graphql(`
  query Disbursements($campaignId: ID, $status: [DisbursementStatus!], $first: Int, $after: String) {
    disbursements(campaignId: $campaignId, status: $status, first: $first, after: $after) {
      edges {
        node {
          id
          amount {
            amountMinor
            currency
          }
          paidOn
          reference
          evidenceUrl
          evidenceAddedBy
          evidenceAddedAt
          status
          refusalNote
          beneficiaryName
          campaignId
          campaignTitle
          recordedBy
          recordedById
          recordedAt
          decidedBy
          decidedAt
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

export type Disbursement = RowOf<ResultOf<typeof disbursementsQuery>, 'disbursements'>;

const views = {
  all: null,
  waiting: ['PROPOSED'],
  approved: ['APPROVED'],
  refused: ['REFUSED'],
} satisfies Record<string, VariablesOf<typeof disbursementsQuery>['status']>;

/** What was handed over and what waits for a second person. `?record=<fundraiser>` opens the form for it. */
export function Disbursements() {
  const { t, locale } = useWords('disbursements', 'money');
  const me = useMe();
  const state = useSearchState();
  const [deciding, decide] = useState<Deciding | null>(null);
  const say = t.disbursements;
  const view = state.one('view', views) ?? 'all';
  const recording = state.get('record');
  const record = (campaignId: string) => state.set({ record: campaignId });
  return (
    <div data-wide>
      <PageHeader title={say.title} lead={say.lead}>
        <Button leftSection={<PlusIcon />} onClick={() => record('choose')}>
          {say.record}
        </Button>
      </PageHeader>
      <Overdue onRecord={record} />
      <Section title={say.list}>
        <List
          name="disbursements"
          document={disbursementsQuery}
          state={state}
          variables={{ status: views[view] }}
          first={20}
          of="disbursements"
          label={say.list}
          what={say.what}
          views={{ views: Object.keys(views), names: say.views, value: view }}
          none={
            view === 'waiting'
              ? { title: say.noneWaitingTitle, text: say.noneWaitingText, icon: <CheckIcon size={26} /> }
              : { title: say.noneTitle, text: say.noneText, icon: <SendIcon size={26} /> }
          }
          columns={[
            {
              key: 'beneficiaryName',
              header: say.to,
              under: ({ campaignId, campaignTitle }) => <Link to={`/fundraisers/${campaignId}`}>{campaignTitle}</Link>,
            },
            { key: 'paidOn', header: say.paidOn, under: ({ reference }) => reference },
            { key: 'evidence', header: say.proof, cell: (row) => <Proof row={row} onDecide={decide} /> },
            {
              key: 'recordedBy',
              header: say.recordedBy,
              width: '15%',
              under: ({ recordedAt }) => <ListTime at={recordedAt} />,
            },
            {
              key: 'status',
              header: t.money.status,
              width: '17%',
              cell: ({ status }) => <StatusBadge kind="disbursementStatus" status={status} />,
              under: (row) => [
                row.status === 'PROPOSED' && row.recordedById === me.id && t.money.ownRequest,
                row.refusalNote,
                row.decidedBy && row.decidedAt && (
                  <ListTime at={row.decidedAt} say={(when) => say.decidedBy({ name: row.decidedBy ?? '', when })} />
                ),
              ],
            },
            { key: 'amount', header: say.amount, onCard: 'corner' },
          ]}
          rowActions={(row) =>
            row.status === 'PROPOSED' &&
            row.recordedById !== me.id && (
              <>
                <Button
                  size="compact-sm"
                  aria-label={say.approveFor({ amount: moneyText(locale, row.amount), who: row.beneficiaryName })}
                  onClick={() => decide({ how: 'approve', row })}
                >
                  {say.approve}
                </Button>
                <Button
                  size="compact-sm"
                  variant="default"
                  aria-label={say.refuseFor({ amount: moneyText(locale, row.amount), who: row.beneficiaryName })}
                  onClick={() => decide({ how: 'refuse', row })}
                >
                  {say.refuse}
                </Button>
              </>
            )
          }
        />
      </Section>
      <Dialog opened={recording !== ''} onClose={() => record('')} title={say.record} size="lg">
        <RecordForm campaignId={recording === 'choose' ? '' : recording} onDone={() => record('')} />
      </Dialog>
      <DecideDialogs deciding={deciding} onClose={() => decide(null)} />
    </div>
  );
}

/** The way to the receipt, or to bring the one that is missing. */
function Proof({ row, onDecide }: { row: Disbursement; onDecide: (deciding: Deciding) => void }) {
  const { t, locale } = useWords('disbursements');
  const say = t.disbursements;
  if (row.evidenceUrl) {
    return (
      <>
        <a href={row.evidenceUrl} className={cells.oneLine}>
          {say.openProof}
        </a>
        {row.evidenceAddedBy && row.evidenceAddedAt && (
          <span className={cells.meta}>
            <ListTime
              at={row.evidenceAddedAt}
              say={(when) => say.evidenceAddedBy({ name: row.evidenceAddedBy ?? '', when })}
            />
          </span>
        )}
      </>
    );
  }
  if (row.status === 'REFUSED') return say.noProof;
  return (
    <>
      {say.noProof}{' '}
      <Button
        size="compact-sm"
        variant="subtle"
        px={4}
        h="auto"
        mih={26}
        className={classes.ask}
        aria-label={say.addEvidenceFor({ amount: moneyText(locale, row.amount), who: row.beneficiaryName })}
        onClick={() => onDecide({ how: 'evidence', row })}
      >
        {say.addEvidence}
      </Button>
    </>
  );
}
