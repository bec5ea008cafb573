import { Anchor, Button, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { useRead } from '../api/use-api';
import cells from '../parts/lists/cells.module.css';
import { ListTime } from '../parts/lists/column';
import { ListPage } from '../parts/lists/list-page';
import { useSearchState } from '../parts/lists/list-state';
import { Dialog } from '../parts/ui/dialog';
import { CloseIcon, PeopleIcon, PlusIcon } from '../parts/ui/icons';
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
import classes from './people.module.css';
import { accountsQuery, type AccountRow, type Grant } from './queries';
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
  const { t, words, locale } = useWords('people');
  const state = useSearchState();
  const [dialog, setDialog] = useState<PeopleDialog | null>(null);
  const textOf = useGrantText();
  const labels = t.people;
  return (
    <ListPage
      name="people"
      title={labels.title}
      lead={labels.lead}
      buttons={
        <Button leftSection={<PlusIcon />} onClick={() => setDialog({ kind: 'add' })}>
          {labels.add}
        </Button>
      }
      header={<PendingRoleRequests />}
      document={accountsQuery}
      state={state}
      variables={{ role: state.oneOf('role', powerfulFirst), text: state.text() }}
      first={30}
      path="accounts"
      label={labels.list}
      noun={labels.what}
      search={{ label: labels.searchLabel, hint: labels.searchHint }}
      filters={[
        {
          name: 'role',
          label: labels.role,
          emptyOption: labels.everyRole,
          options: powerfulFirst.map((role) => [role, words.enums.role[role]] as const),
        },
      ]}
      emptyState={{ title: labels.noneTitle, text: labels.noneText, icon: <PeopleIcon size={26} /> }}
      noMatches={labels}
      csv={false}
      columns={[
        {
          key: 'name',
          header: labels.person,
          width: '25%',
          secondary: ({ email, disabledAt }) => [
            email,
            disabledAt && (
              <span className={cells.waits}>{labels.closedSince({ when: formatDateTime(locale, disabledAt) })}</span>
            ),
          ],
        },
        {
          key: 'roles',
          header: labels.roles,
          width: '21%',
          render: (account) => (
            <ul className={classes.grants}>
              {account.grants.length === 0 && <li className={cells.longMeta}>{labels.noRoles}</li>}
              {account.grants.map((grant) => (
                <li key={textOf(grant)} className={classes.grant}>
                  <span
                    title={labels.givenBy({ day: calendarDay(locale, grant.since.slice(0, 10)), by: grant.grantedBy })}
                  >
                    {textOf(grant)}
                  </span>
                  <UnstyledButton
                    className={classes.revoke}
                    aria-label={`${labels.revoke({ role: textOf(grant) })} (${account.name})`}
                    onClick={() => setDialog({ kind: 'revoke', account, grant })}
                  >
                    <CloseIcon size={13} />
                  </UnstyledButton>
                </li>
              ))}
            </ul>
          ),
        },
        {
          key: 'lastSignInAt',
          header: labels.lastSignIn,
          render: ({ lastSignInAt }) => (lastSignInAt ? <ListTime at={lastSignInAt} /> : labels.notLately),
        },
        {
          key: 'secondStep',
          header: labels.secondStep,
          render: (account) =>
            account.hasSecondStep ? (
              <>
                {account.secondStepResetAt
                  ? labels.resetsOn({ when: formatDateTime(locale, account.secondStepResetAt) })
                  : labels.secondStepOn}{' '}
                <Anchor
                  component="button"
                  type="button"
                  className={classes.reset}
                  aria-label={`${labels.reset}: ${account.name}`}
                  onClick={() => setDialog({ kind: 'reset', account })}
                >
                  {labels.reset}
                </Anchor>
              </>
            ) : (
              labels.secondStepOff
            ),
        },
      ]}
      rowActions={(account) => (
        <>
          <Button
            variant="default"
            size="compact-sm"
            leftSection={<PlusIcon size={14} />}
            aria-label={`${labels.grant}: ${account.name}`}
            onClick={() => setDialog({ kind: 'grant', account })}
          >
            {labels.grant}
          </Button>
          <AccountMenu account={account} onChange={(change) => setDialog({ kind: 'account', change, account })} />
        </>
      )}
    >
      <PeopleDialogs dialog={dialog} onClose={() => setDialog(null)} />
    </ListPage>
  );
}

/** Pending role requests come first, so that administrators see them. */
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
  const title = dialog.kind === 'add' ? t.people.addTitle : t.people.grantTitle({ name: dialog.account.name });
  return (
    <Dialog opened onClose={onClose} title={title}>
      {dialog.kind === 'add' && <AddPersonForm onDone={onClose} />}
      {dialog.kind === 'grant' && <GrantForm account={dialog.account} onDone={onClose} />}
    </Dialog>
  );
}
