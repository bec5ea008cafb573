import { Button } from '@mantine/core';
import { moneyText } from '@upstander/web-kit';
import { useState } from 'react';
import { Link } from 'react-router';
import { graphql, type ResultOf } from '@upstander/api-client';
import { GiftTabs } from '../gifts/gift-tabs';
import { ListTime } from '../parts/lists/column';
import type { RowOf } from '../parts/lists/connection';
import { ListPage } from '../parts/lists/list-page';
import { useSearchState } from '../parts/lists/list-state';
import { ConfirmChange } from '../parts/ui/confirm';
import { HandsIcon, PlusIcon } from '../parts/ui/icons';
import { StatusBadge } from '../parts/ui/status-badge';
import { useWords } from '../words/words';
import classes from './offline-gifts.module.css';
import { PledgeForm } from './pledge-form';
import { pledgesQuery } from './queries';

const withdrawPledgeMutation = graphql(`
  mutation WithdrawPledge($input: WithdrawPledgeInput!) {
    withdrawPledge(input: $input) {
      id
      status
    }
  }
`);

/** What was promised: never income, until a gift keeps it. */
export function Pledges() {
  const { t, words, locale } = useWords('gifts', 'offlineGifts');
  const state = useSearchState();
  const [recording, setRecording] = useState(false);
  const [withdrawing, withdraw] = useState<RowOf<ResultOf<typeof pledgesQuery>, 'pledges'> | null>(null);
  const say = t.offlineGifts;
  const status = state.one('status', words.enums.pledgeStatus);
  return (
    <ListPage
      name="pledges"
      title={t.gifts.pledges}
      lead={say.pledgesLead}
      buttons={
        <Button leftSection={<PlusIcon />} onClick={() => setRecording(true)}>
          {say.recordPledge}
        </Button>
      }
      above={<GiftTabs />}
      document={pledgesQuery}
      state={state}
      variables={{ status: status && [status] }}
      first={30}
      of="pledges"
      label={say.pledges}
      what={say.pledgesWhat}
      filters={[{ name: 'status', label: say.status, any: say.anyStatus, names: words.enums.pledgeStatus }]}
      none={{ title: say.noPledgesTitle, text: say.noPledgesText, icon: <HandsIcon size={26} /> }}
      columns={[
        { key: 'name', header: t.gifts.donor, under: ({ email, campaignTitle }) => [email, campaignTitle] },
        {
          key: 'status',
          header: say.status,
          cell: (pledge) => <StatusBadge kind="pledgeStatus" status={pledge.status} />,
          under: ({ giftId, given }) =>
            giftId && given && <Link to={`/gifts/${giftId}`}>{say.given({ amount: moneyText(locale, given) })}</Link>,
        },
        {
          key: 'dueOn',
          header: say.dueOn,
          cell: ({ dueOn, overdue }) =>
            dueOn && (
              <>
                <ListTime at={dueOn} /> {overdue && <span className={classes.late}>{say.overdue}</span>}
              </>
            ),
        },
        { key: 'note', header: say.note },
        { key: 'amount', header: say.amount, onCard: 'corner' },
      ]}
      rowActions={(pledge) =>
        pledge.status === 'OPEN' && (
          <Button
            size="compact-sm"
            variant="default"
            aria-label={say.withdrawOf({ name: pledge.name })}
            onClick={() => withdraw(pledge)}
          >
            {say.withdraw}
          </Button>
        )
      }
    >
      {recording && <PledgeForm onClose={() => setRecording(false)} />}
      {withdrawing && (
        <ConfirmChange
          opened
          onClose={() => withdraw(null)}
          title={say.withdrawTitle({ name: withdrawing.name })}
          text={say.withdrawText}
          reason={{ label: say.withdrawNote }}
          submit={say.withdraw}
          working={say.withdrawing}
          mutation={withdrawPledgeMutation}
          variables={(note) => ({ input: { id: withdrawing.id, note: note || null } })}
          done={say.withdrawn}
        />
      )}
    </ListPage>
  );
}
