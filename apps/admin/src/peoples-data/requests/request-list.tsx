import { Button } from '@mantine/core';
import { useState } from 'react';
import { useLocation } from 'react-router';
import { ListTime } from '../../parts/lists/column';
import { ListPage } from '../../parts/lists/list-page';
import { useSearchState } from '../../parts/lists/list-state';
import { Dialog } from '../../parts/ui/dialog';
import { CheckIcon, LockIcon, PlusIcon } from '../../parts/ui/icons';
import { useSettings } from '../../session/settings';
import { Badge } from '../../parts/ui/status-badge';
import { todayIn } from '../../parts/ui/dates';
import { RowButton } from '../../parts/ui/row-button';
import { useWords } from '../../words/words';
import { DataTabs } from '../data-tabs';
import { DecideRequest, type RequestDecision } from './decide-request';
import { dataRequestsQuery, type DataRequest } from './queries';
import { RequestForm } from './request-form';

const views = ['open', 'over'] as const;

export function RequestList() {
  const { t, labels, words } = useWords('peoplesData');
  const kinds = words.enums.dataRequestKind;
  const state = useSearchState();
  const givenAddress = useGivenAddress();
  const [isDialogOpen, setIsDialogOpen] = useState(givenAddress !== '');
  const [decision, setDecision] = useState<RequestDecision | null>(null);
  const { timeZone } = useSettings();
  const view = state.oneOf('view', views) ?? 'open';
  const isOpen = view === 'open';
  return (
    <ListPage
      name="data-requests"
      labels={labels}
      buttons={
        <Button leftSection={<PlusIcon />} onClick={() => setIsDialogOpen(true)}>
          {labels.open}
        </Button>
      }
      header={<DataTabs />}
      document={dataRequestsQuery}
      variables={{ filter: { open: isOpen } }}
      first={30}
      path="dataRequests"
      views={{ views, labels: labels.views, value: view }}
      emptyState={
        isOpen
          ? { title: labels.noneTitle, text: labels.noneText, icon: <CheckIcon size={26} /> }
          : { title: labels.noneOverTitle, text: labels.noneOverText, icon: <LockIcon size={26} /> }
      }
      columns={[
        {
          key: 'email',
          header: t.shared.person,
          mobile: 'title',
          render: ({ email }) => <strong>{email ?? labels.nobody}</strong>,
          secondary: ({ kind }) => kinds[kind],
        },
        {
          key: 'status',
          header: t.common.status,
          badge: 'dataRequestStatus',
          secondary: (row) => [
            waitingReasons(labels, row),
            row.status === 'OPEN' &&
              row.withdrawalRequestedByName &&
              labels.withdrawProposed({ name: row.withdrawalRequestedByName }),
            row.approvedByName && t.shared.approvedByName({ name: row.approvedByName }),
            row.endedAt && <ListTime at={row.endedAt} />,
          ],
        },
        {
          key: 'askedByName',
          header: labels.asked,
          render: ({ askedByName, byOperator }) =>
            askedByName ?? (byOperator ? labels.byOperator : labels.byThemselves),
          secondary: ({ requestedAt }) => <ListTime at={requestedAt} />,
        },
        isOpen && {
          key: 'dueOn',
          header: labels.due,
          secondary: ({ dueOn }) => dueOn < todayIn(timeZone) && <Badge tone="bad">{labels.overdue}</Badge>,
        },
      ]}
      rowActions={(row) =>
        row.status === 'OPEN' && (
          <>
            {row.canApprove && !row.isOnLegalHold && (
              <RowButton
                label={t.common.approve}
                ariaLabel={labels.approveFor({ who: row.email ?? '' })}
                variant="filled"
                onClick={() => setDecision({ action: 'approve', row })}
              />
            )}
            {row.canWithdraw && (
              <RowButton
                label={t.common.withdraw}
                ariaLabel={labels.withdrawFor({ who: row.email ?? '' })}
                onClick={() => setDecision({ action: 'withdraw', row })}
              />
            )}
          </>
        )
      }
    >
      <Dialog opened={isDialogOpen} onClose={() => setIsDialogOpen(false)} title={labels.open}>
        <RequestForm email={givenAddress} onDone={() => setIsDialogOpen(false)} />
      </Dialog>
      {decision && <DecideRequest {...decision} onClose={() => setDecision(null)} />}
    </ListPage>
  );
}

function useGivenAddress(): string {
  const { state } = useLocation() as { state: { email?: unknown } | null };
  return typeof state?.email === 'string' ? state.email : '';
}

function waitingReasons(
  labels: Record<
    | 'ownerFirst'
    | 'roleFirst'
    | 'held'
    | 'triedAgain'
    | 'waitsForLink'
    | 'waitsForYou'
    | 'waitsForSecond'
    | 'youAreSecond',
    string
  >,
  { kind, status, isOnLegalHold, canApprove, needsSecondApproval, refusedCode }: DataRequest,
): string | null {
  if (refusedCode === 'ROLES_FIRST') return labels.roleFirst;
  if (refusedCode === 'LAST_OWNER') return labels.ownerFirst;
  if (status === 'APPROVED') return labels.triedAgain;
  if (status !== 'OPEN') return null;
  if (kind === 'EXPORT') return labels.waitsForLink;
  if (isOnLegalHold) return labels.held;
  if (!canApprove) return labels.waitsForSecond;
  return needsSecondApproval ? labels.youAreSecond : labels.waitsForYou;
}
