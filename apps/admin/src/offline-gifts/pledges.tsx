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
import { RowButton } from '../parts/ui/row-button';
import { useWords } from '../words/words';
import classes from './offline-gifts.module.css';
import { PledgeForm } from './pledge-form';
import { pledgesQuery } from './queries';

const withdrawPledgeMutation = graphql(`
  mutation WithdrawPledge($input: WithdrawPledgeInput!) {
    withdrawPledge(input: $input) {
      id
    }
  }
`);

/** Pledges are not income until a gift fulfills them. */
export function Pledges() {
  const { t, labels, words, locale } = useWords('offlineGifts', 'gifts');
  const state = useSearchState();
  const [isRecording, setIsRecording] = useState(false);
  const [withdrawing, withdraw] = useState<RowOf<ResultOf<typeof pledgesQuery>, 'pledges'> | null>(null);
  const status = state.oneOf('status', words.enums.pledgeStatus);
  return (
    <ListPage
      name="pledges"
      labels={{ title: t.gifts.pledges, lead: labels.pledgesLead, list: labels.pledges, what: labels.pledgesWhat }}
      buttons={
        <Button leftSection={<PlusIcon />} onClick={() => setIsRecording(true)}>
          {t.offlineGifts.pledgeTitle}
        </Button>
      }
      header={<GiftTabs />}
      document={pledgesQuery}
      variables={{ status: status && [status] }}
      first={30}
      path="pledges"
      filters={[
        { name: 'status', label: t.common.status, emptyOption: t.common.any, options: words.enums.pledgeStatus },
      ]}
      emptyState={{ title: labels.noPledgesTitle, text: labels.noPledgesText, icon: <HandsIcon size={26} /> }}
      columns={[
        { key: 'name', header: t.common.donor, secondary: ({ email, campaignTitle }) => [email, campaignTitle] },
        {
          key: 'status',
          header: t.common.status,
          badge: 'pledgeStatus',
          secondary: ({ giftId, amountGiven }) =>
            giftId &&
            amountGiven && (
              <Link to={`/gifts/${giftId}`}>{labels.given({ amount: moneyText(locale, amountGiven) })}</Link>
            ),
        },
        {
          key: 'dueOn',
          header: labels.dueOn,
          render: ({ dueOn, overdue }) =>
            dueOn && (
              <>
                <ListTime at={dueOn} /> {overdue && <span className={classes.late}>{labels.overdue}</span>}
              </>
            ),
        },
        { key: 'note', header: labels.note },
        { key: 'amount', header: labels.amount, mobile: 'corner' },
      ]}
      rowActions={(pledge) =>
        pledge.status === 'OPEN' && (
          <RowButton
            label={labels.withdraw}
            ariaLabel={labels.withdrawOf({ name: pledge.name })}
            onClick={() => withdraw(pledge)}
          />
        )
      }
    >
      {isRecording && <PledgeForm onClose={() => setIsRecording(false)} />}
      {withdrawing && (
        <ConfirmChange
          onClose={() => withdraw(null)}
          title={labels.withdrawTitle({ name: withdrawing.name })}
          text={labels.withdrawText}
          reason={{ label: labels.withdrawNote }}
          submitLabel={labels.withdraw}
          mutation={withdrawPledgeMutation}
          variables={(note) => ({ input: { id: withdrawing.id, note: note || null } })}
          successMessage={labels.withdrawn}
        />
      )}
    </ListPage>
  );
}
