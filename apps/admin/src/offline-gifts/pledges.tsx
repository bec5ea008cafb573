import { Button } from '@mantine/core';
import { moneyText } from '@upstander/web-kit';
import { useState } from 'react';
import { Link } from 'react-router';
import { useRead } from '../api/use-api';
import { DonationTabs } from '../donations/donation-tabs';
import cells from '../parts/lists/cells.module.css';
import { Choice } from '../parts/lists/choice';
import { ConfirmChange } from '../parts/ui/confirm';
import type { Column } from '../parts/lists/data-table';
import { Empty } from '../parts/ui/empty';
import { HandsIcon, PlusIcon } from '../parts/ui/icons';
import { List } from '../parts/lists/list';
import { Money } from '../parts/money/money';
import { PageHeader } from '../parts/ui/page-header';
import { StatusBadge } from '../parts/ui/status-badge';
import { useSearchState } from '../parts/lists/use-search-state';
import { calendarDay } from '../parts/ui/when';
import { useWords } from '../words/words';
import classes from './offline-gifts.module.css';
import { PledgeForm } from './pledge-form';
import { pledgesQuery, withdrawPledgeMutation, type PledgeRow } from './queries';

const statuses = ['OPEN', 'KEPT', 'WITHDRAWN'] as const;

/** What was promised: never income, until a gift keeps it. */
export function Pledges() {
  const { t, words } = useWords();
  const state = useSearchState();
  const status = statuses.find((one) => one === state.get('status'));
  const query = useRead(pledgesQuery, {
    status: status ? [status] : null,
    first: 30,
    after: state.get('after') || null,
  });
  const [recording, setRecording] = useState(false);
  const [withdrawing, setWithdrawing] = useState<PledgeRow | null>(null);
  const columns = usePledgeColumns(setWithdrawing);
  return (
    <div>
      <PageHeader title={t.donations.pledges} lead={t.offlineGifts.pledgesLead}>
        <Button leftSection={<PlusIcon />} onClick={() => setRecording(true)}>
          {t.offlineGifts.recordPledge}
        </Button>
      </PageHeader>
      <DonationTabs />
      <div className={classes.filters} role="search">
        <Choice
          label={t.offlineGifts.status}
          any={t.offlineGifts.anyStatus}
          value={status ?? ''}
          onChoose={(wanted) => state.set({ status: wanted })}
          names={words.enums.pledgeStatus}
        />
      </div>
      <List
        query={query}
        of={(data) => data.pledges}
        columns={columns}
        label={t.offlineGifts.pledges}
        what={t.offlineGifts.pledgesWhat}
        empty={
          <Empty
            title={t.offlineGifts.noPledgesTitle}
            text={t.offlineGifts.noPledgesText}
            icon={<HandsIcon size={26} />}
          />
        }
      />
      {recording && <PledgeForm onClose={() => setRecording(false)} />}
      {withdrawing && <Withdraw pledge={withdrawing} onClose={() => setWithdrawing(null)} />}
    </div>
  );
}

function usePledgeColumns(onWithdraw: (pledge: PledgeRow) => void): ReadonlyArray<Column<PledgeRow>> {
  const { t, locale } = useWords();
  return [
    {
      key: 'name',
      header: t.donations.donor,
      onCard: 'title',
      cell: ({ name, email, campaignTitle }) => (
        <>
          {name}
          {email && <span className={cells.meta}>{email}</span>}
          <span className={cells.meta}>{campaignTitle}</span>
        </>
      ),
    },
    {
      key: 'status',
      header: t.offlineGifts.status,
      cell: ({ status, giftId, given }) => (
        <>
          <StatusBadge kind="pledgeStatus" status={status} />
          {giftId && given && (
            <span className={cells.meta}>
              <Link to={`/donations/${giftId}`}>{t.offlineGifts.given({ amount: moneyText(locale, given) })}</Link>
            </span>
          )}
        </>
      ),
    },
    {
      key: 'due',
      header: t.offlineGifts.dueOn,
      cell: ({ dueOn, overdue }) =>
        dueOn && (
          <>
            {calendarDay(locale, dueOn)} {overdue && <span className={classes.late}>{t.offlineGifts.overdue}</span>}
          </>
        ),
    },
    { key: 'note', header: t.offlineGifts.note, cell: ({ note }) => note || null },
    {
      key: 'amount',
      header: t.offlineGifts.amount,
      align: 'end',
      onCard: 'corner',
      cell: ({ amount }) => <Money value={amount} strong />,
    },
    {
      key: 'actions',
      header: t.common.actions,
      hiddenHeader: true,
      align: 'end',
      onCard: 'foot',
      cell: (pledge) =>
        pledge.status === 'OPEN' ? (
          <Button
            size="xs"
            variant="default"
            aria-label={t.offlineGifts.withdrawOf({ name: pledge.name })}
            onClick={() => onWithdraw(pledge)}
          >
            {t.offlineGifts.withdraw}
          </Button>
        ) : null,
    },
  ];
}

function Withdraw({ pledge, onClose }: { pledge: PledgeRow; onClose: () => void }) {
  const { t } = useWords();
  return (
    <ConfirmChange
      opened
      onClose={onClose}
      title={t.offlineGifts.withdrawTitle({ name: pledge.name })}
      text={t.offlineGifts.withdrawText}
      reason={{ label: t.offlineGifts.withdrawNote }}
      submit={t.offlineGifts.withdraw}
      working={t.offlineGifts.withdrawing}
      mutation={withdrawPledgeMutation}
      variables={(note) => ({ input: { id: pledge.id, note: note || null } })}
      done={t.offlineGifts.withdrawn}
    />
  );
}
