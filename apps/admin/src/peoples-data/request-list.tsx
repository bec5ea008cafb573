import { Button } from '@mantine/core';
import { useState } from 'react';
import { useLocation } from 'react-router';
import { ListTime } from '../parts/lists/column';
import { ListPage } from '../parts/lists/list-page';
import { useSearchState } from '../parts/lists/list-state';
import { Dialog } from '../parts/ui/dialog';
import { CheckIcon, LockIcon, PlusIcon } from '../parts/ui/icons';
import { useSettings } from '../parts/ui/settings';
import { Badge, StatusBadge } from '../parts/ui/status-badge';
import { todayIn } from '../parts/ui/when';
import { useWords } from '../words/words';
import { DataTabs } from './data-tabs';
import { DecideRequest, type Deciding } from './decide-request';
import { dataRequestsQuery, type DataRequest } from './queries';
import { RequestForm } from './request-form';

const views = ['open', 'over'] as const;

/** Who wants to take along, or to have erased, what is kept of them: what waits, and for whom. */
export function RequestList() {
  const { t, words } = useWords('peoplesData');
  const say = t.peoplesData;
  const kinds = words.enums.dataRequestKind;
  const state = useSearchState();
  const given = useGivenAddress();
  const [opening, setOpening] = useState(given !== '');
  const [deciding, decide] = useState<Deciding | null>(null);
  const { timeZone } = useSettings();
  const view = state.one('view', views) ?? 'open';
  const isOpen = view === 'open';
  return (
    <ListPage
      name="data-requests"
      title={say.title}
      lead={say.lead}
      buttons={
        <Button leftSection={<PlusIcon />} onClick={() => setOpening(true)}>
          {say.open}
        </Button>
      }
      above={<DataTabs />}
      document={dataRequestsQuery}
      state={state}
      variables={{ filter: { open: isOpen } }}
      first={30}
      of="dataRequests"
      label={say.list}
      what={say.what}
      views={{ views, names: say.views, value: view }}
      none={
        isOpen
          ? { title: say.noneTitle, text: say.noneText, icon: <CheckIcon size={26} /> }
          : { title: say.noneOverTitle, text: say.noneOverText, icon: <LockIcon size={26} /> }
      }
      columns={[
        {
          key: 'email',
          header: say.who,
          onCard: 'title',
          cell: ({ email }) => <strong>{email ?? say.nobody}</strong>,
          under: ({ kind }) => kinds[kind],
        },
        {
          key: 'status',
          header: say.status,
          width: '28%',
          cell: ({ status }) => <StatusBadge kind="dataRequestStatus" status={status} />,
          under: (row) => [
            waitsFor(say, row),
            row.status === 'OPEN' &&
              row.withdrawalAskedByName &&
              say.withdrawProposed({ name: row.withdrawalAskedByName }),
            row.approvedByName && say.agreedBy({ name: row.approvedByName }),
            row.endedAt && <ListTime at={row.endedAt} />,
          ],
        },
        {
          key: 'askedByName',
          header: say.asked,
          cell: ({ askedByName, byOperator }) => askedByName ?? (byOperator ? say.byOperator : say.byThemselves),
          under: ({ requestedAt }) => <ListTime at={requestedAt} />,
        },
        isOpen && {
          key: 'dueOn',
          header: say.due,
          under: ({ dueOn }) => dueOn < todayIn(timeZone) && <Badge tone="bad">{say.overdue}</Badge>,
        },
      ]}
      rowActions={(row) =>
        row.status === 'OPEN' && (
          <>
            {row.canApprove && !row.isHeld && (
              <Button
                size="compact-sm"
                aria-label={say.approveFor({ who: row.email ?? '' })}
                onClick={() => decide({ how: 'approve', row })}
              >
                {say.approve}
              </Button>
            )}
            {row.canWithdraw && (
              <Button
                size="compact-sm"
                variant="default"
                aria-label={say.withdrawFor({ who: row.email ?? '' })}
                onClick={() => decide({ how: 'withdraw', row })}
              >
                {say.withdraw}
              </Button>
            )}
          </>
        )
      }
    >
      <Dialog opened={opening} onClose={() => setOpening(false)} title={say.open}>
        <RequestForm email={given} onDone={() => setOpening(false)} />
      </Dialog>
      {deciding && <DecideRequest {...deciding} onClose={() => decide(null)} />}
    </ListPage>
  );
}

/** The address that the screen of a volunteer or of a gift gave along. */
function useGivenAddress(): string {
  const { state } = useLocation() as { state: { email?: unknown } | null };
  return typeof state?.email === 'string' ? state.email : '';
}

function waitsFor(
  say: Record<
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
  { kind, status, isHeld, canApprove, twoPeople, refusedCode }: DataRequest,
): string | null {
  if (refusedCode === 'ROLES_FIRST') return say.roleFirst;
  if (refusedCode === 'LAST_OWNER') return say.ownerFirst;
  if (status === 'APPROVED') return say.triedAgain;
  if (status !== 'OPEN') return null;
  if (kind === 'EXPORT') return say.waitsForLink;
  if (isHeld) return say.held;
  if (!canApprove) return say.waitsForSecond;
  return twoPeople ? say.youAreSecond : say.waitsForYou;
}
