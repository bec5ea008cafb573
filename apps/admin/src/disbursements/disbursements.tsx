import { Button } from '@mantine/core';
import { moneyText } from '@upstander/web-kit';
import { useState } from 'react';
import { Link } from 'react-router';
import type { VariablesOf } from '@upstander/api-client';
import cells from '../parts/lists/cells.module.css';
import { ListTime } from '../parts/lists/column';
import { List } from '../parts/lists/list';
import { useSearchState } from '../parts/lists/list-state';
import { Dialog } from '../parts/ui/dialog';
import { CheckIcon, PlusIcon, SendIcon } from '../parts/ui/icons';
import { usePageAccess } from '../parts/ui/page-access';
import { PageHeader } from '../parts/ui/page-header';
import { Section } from '../parts/ui/section';
import { RowButton } from '../parts/ui/row-button';
import { useMe } from '../session/use-me';
import { useWords } from '../words/words';
import { DecideDialogs, type DisbursementDecision } from './decide-dialogs';
import { Overdue } from './overdue';
import classes from './disbursements.module.css';
import { disbursementsQuery, type Disbursement } from './queries';
import { RecordForm } from './record-form';

const views = {
  all: null,
  waiting: ['PROPOSED'],
  approved: ['APPROVED'],
  refused: ['REFUSED'],
} satisfies Record<string, VariablesOf<typeof disbursementsQuery>['status']>;

/** `?record=<fundraiser>` opens the form for that fundraiser. */
export function Disbursements() {
  const { t, labels, locale } = useWords('disbursements', 'money');
  const me = useMe();
  const state = useSearchState();
  const [decision, setDecision] = useState<DisbursementDecision | null>(null);
  const view = state.oneOf('view', views) ?? 'all';
  const recordedId = state.get('record');
  const record = (campaignId: string) => state.set({ record: campaignId });
  return (
    <div data-wide>
      <PageHeader title={labels.title} lead={labels.lead}>
        <Button leftSection={<PlusIcon />} onClick={() => record('choose')}>
          {t.shared.recordADisbursement}
        </Button>
      </PageHeader>
      <Overdue onRecord={record} />
      <Section title={labels.list}>
        <List
          name="disbursements"
          document={disbursementsQuery}
          variables={{ status: views[view] }}
          first={20}
          path="disbursements"
          labels={labels}
          views={{ views: Object.keys(views), labels: labels.views, value: view }}
          emptyState={
            view === 'waiting'
              ? { title: t.common.caughtUp, text: labels.noneWaitingText, icon: <CheckIcon size={26} /> }
              : { title: labels.noneTitle, text: labels.noneText, icon: <SendIcon size={26} /> }
          }
          columns={[
            {
              key: 'beneficiaryName',
              header: labels.to,
            },
            {
              key: 'campaignTitle',
              header: t.common.fundraiser,
              render: ({ campaignId, campaignTitle }) => <Link to={`/fundraisers/${campaignId}`}>{campaignTitle}</Link>,
            },
            { key: 'paidOn', header: labels.paidOn },
            { key: 'reference', header: labels.form.reference },
            {
              key: 'evidence',
              header: t.shared.transferReceipt,
              render: (row) => <EvidenceLink row={row} onDecide={setDecision} />,
            },
            {
              key: 'recordedBy',
              header: labels.recordedBy,
              secondary: ({ recordedAt }) => <ListTime at={recordedAt} />,
            },
            {
              key: 'status',
              header: t.common.status,
              badge: 'disbursementStatus',
              secondary: (row) => [
                row.status === 'PROPOSED' && row.recordedById === me.id && t.money.ownRequest,
                row.refusalNote,
                row.decidedBy && row.decidedAt && (
                  <ListTime at={row.decidedAt} wrap={(when) => labels.decidedBy({ name: row.decidedBy ?? '', when })} />
                ),
              ],
            },
            { key: 'amount', header: t.common.amount, mobile: 'corner' },
          ]}
          rowActions={(row) =>
            row.status === 'PROPOSED' &&
            row.recordedById !== me.id && (
              <>
                <RowButton
                  label={t.common.approve}
                  ariaLabel={labels.approveFor({ amount: moneyText(locale, row.amount), who: row.beneficiaryName })}
                  variant="filled"
                  onClick={() => setDecision({ action: 'approve', row })}
                />
                <RowButton
                  label={t.common.decline}
                  ariaLabel={labels.refuseFor({ amount: moneyText(locale, row.amount), who: row.beneficiaryName })}
                  onClick={() => setDecision({ action: 'refuse', row })}
                />
              </>
            )
          }
        />
      </Section>
      <Dialog opened={recordedId !== ''} onClose={() => record('')} title={t.shared.recordADisbursement} size="lg">
        <RecordForm campaignId={recordedId === 'choose' ? '' : recordedId} onDone={() => record('')} />
      </Dialog>
      <DecideDialogs decision={decision} onClose={() => setDecision(null)} />
    </div>
  );
}

function EvidenceLink({ row, onDecide }: { row: Disbursement; onDecide: (decision: DisbursementDecision) => void }) {
  const { mayChange } = usePageAccess();
  const { labels, locale } = useWords('disbursements');
  if (row.evidenceUrl) {
    return (
      <>
        <a href={row.evidenceUrl} className={cells.oneLine}>
          {labels.openProof}
        </a>
        {row.evidenceAddedBy && row.evidenceAddedAt && (
          <span className={cells.meta}>
            <ListTime
              at={row.evidenceAddedAt}
              wrap={(when) => labels.evidenceAddedBy({ name: row.evidenceAddedBy ?? '', when })}
            />
          </span>
        )}
      </>
    );
  }
  if (row.status === 'REFUSED' || !mayChange) return labels.noProof;
  return (
    <>
      {labels.noProof}{' '}
      <Button
        size="compact-sm"
        variant="subtle"
        px={4}
        h="auto"
        mih={26}
        className={classes.ask}
        aria-label={labels.addEvidenceFor({ amount: moneyText(locale, row.amount), who: row.beneficiaryName })}
        onClick={() => onDecide({ action: 'evidence', row })}
      >
        {labels.addEvidence}
      </Button>
    </>
  );
}
