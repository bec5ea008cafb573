import { Button } from '@mantine/core';
import { Fragment, useState } from 'react';
import { useRead } from '../api/use-api';
import cells from '../parts/lists/cells.module.css';
import { ListTime } from '../parts/lists/column';
import { ListPage } from '../parts/lists/list-page';
import { useSearchState } from '../parts/lists/list-state';
import { Dialog } from '../parts/ui/dialog';
import { PeopleIcon, PlusIcon } from '../parts/ui/icons';
import { Section } from '../parts/ui/section';
import { calendarDay, formatDateTime } from '../parts/ui/dates';
import { roleRequestsQuery } from '../role-requests/queries';
import { RoleRequestList } from '../role-requests/role-request-list';
import { powerfulRoles } from '../session/use-me';
import { useWords } from '../words/words';
import { AccountDialog, type AccountChange } from './account-dialog';
import { AccountMenu } from './account-menu';
import { AddPersonForm } from './add-person-form';
import { GrantForm } from './grant-form';
import { accountsQuery, grantsOf, type AccountRow, type Grant } from './queries';
import { ResetSecondStep } from './reset-second-step';
import { RevokeRole, useGrantText } from './revoke-role';

const powerfulFirst = [...powerfulRoles, 'ORGANIZER', 'BUSINESS', 'VOLUNTEER'] as const;

type PeopleDialog =
  | { kind: 'add' }
  | { kind: 'grant'; account: AccountRow }
  | { kind: 'revoke'; account: AccountRow; grant: Grant }
  | { kind: 'reset'; account: AccountRow }
  | { kind: 'account'; change: AccountChange; account: AccountRow };

export function People() {
  const { t, labels, words, locale } = useWords('people');
  const state = useSearchState();
  const [dialog, setDialog] = useState<PeopleDialog | null>(null);
  const textOf = useGrantText();
  return (
    <ListPage
      name="people"
      labels={labels}
      buttons={
        <Button leftSection={<PlusIcon />} onClick={() => setDialog({ kind: 'add' })}>
          {t.common.addPerson}
        </Button>
      }
      header={<PendingRoleRequests />}
      document={accountsQuery}
      variables={{ role: state.oneOf('role', powerfulFirst), text: state.text() }}
      first={30}
      path="accounts"
      search={{ label: labels.searchLabel, hint: t.shared.nameOrEmail }}
      filters={[
        {
          name: 'role',
          label: t.shared.role,
          emptyOption: labels.everyRole,
          options: powerfulFirst.map((role) => [role, words.enums.role[role]] as const),
        },
      ]}
      emptyState={{ title: labels.noneTitle, text: labels.noneText, icon: <PeopleIcon size={26} /> }}
      csv={false}
      columns={[
        {
          key: 'name',
          header: t.shared.person,
          secondary: ({ disabledAt }) =>
            disabledAt && (
              <span className={cells.waits}>{labels.closedSince({ when: formatDateTime(locale, disabledAt) })}</span>
            ),
        },
        { key: 'email', header: t.people.email, mobile: 'plain' },
        {
          key: 'roles',
          header: t.shared.roles,
          render: (account) =>
            grantsOf(account).length === 0 ? (
              <span className={cells.longMeta}>{labels.noRoles}</span>
            ) : (
              grantsOf(account).map((grant, at) => (
                <Fragment key={textOf(grant)}>
                  {at > 0 && ', '}
                  <span
                    title={labels.givenBy({ day: calendarDay(locale, grant.since.slice(0, 10)), by: grant.grantedBy })}
                  >
                    {textOf(grant)}
                  </span>
                </Fragment>
              ))
            ),
        },
        {
          key: 'lastSignInAt',
          header: labels.lastSignIn,
          render: ({ lastSignInAt }) => (lastSignInAt ? <ListTime at={lastSignInAt} /> : labels.notLately),
        },
        {
          key: 'secondStep',
          header: t.shared.twoStepSignIn,
          render: ({ hasSecondStep, secondStepResetAt, singleSignOnSince }) => {
            const secondStep = hasSecondStep
              ? secondStepResetAt
                ? labels.resetsOn({ when: formatDateTime(locale, secondStepResetAt) })
                : labels.secondStepOn
              : labels.secondStepOff;
            return singleSignOnSince ? `${secondStep} · ${t.shared.singleSignOn}` : secondStep;
          },
        },
      ]}
      rowActions={(account) => (
        <AccountMenu
          account={account}
          onGrant={() => setDialog({ kind: 'grant', account })}
          onRevoke={(grant) => setDialog({ kind: 'revoke', account, grant })}
          onReset={() => setDialog({ kind: 'reset', account })}
          onChange={(change) => setDialog({ kind: 'account', change, account })}
        />
      )}
    >
      <PeopleDialogs dialog={dialog} onClose={() => setDialog(null)} />
    </ListPage>
  );
}

function PendingRoleRequests() {
  const { t } = useWords('people');
  const { data } = useRead(roleRequestsQuery, {});
  if (!data || data.roleRequests.length === 0) return null;
  return (
    <Section title={t.people.requests} lead={t.people.requestsLead}>
      <RoleRequestList requests={data.roleRequests} />
    </Section>
  );
}

function PeopleDialogs({ dialog, onClose }: { dialog: PeopleDialog | null; onClose: () => void }) {
  const { t } = useWords('people');
  if (dialog === null) return null;
  if (dialog.kind === 'revoke') return <RevokeRole account={dialog.account} grant={dialog.grant} onClose={onClose} />;
  if (dialog.kind === 'account') return <AccountDialog {...dialog} onClose={onClose} />;
  if (dialog.kind === 'reset') return <ResetSecondStep account={dialog.account} onClose={onClose} />;
  const title = dialog.kind === 'add' ? t.common.addPerson : t.people.grantTitle({ name: dialog.account.name });
  return (
    <Dialog onClose={onClose} title={title}>
      {dialog.kind === 'add' && <AddPersonForm onDone={onClose} />}
      {dialog.kind === 'grant' && <GrantForm account={dialog.account} onDone={onClose} />}
    </Dialog>
  );
}
