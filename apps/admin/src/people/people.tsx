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
import { calendarDay, formatDateTime } from '../parts/ui/when';
import { roleRequestsQuery } from '../role-requests/queries';
import { RoleRequestList } from '../role-requests/role-request-list';
import { powerful } from '../session/use-me';
import { useWords } from '../words/words';
import { AccountDialog, type AccountChange } from './account-dialog';
import { AccountMenu } from './account-menu';
import { AddPersonForm } from './add-person-form';
import { GrantForm } from './grant-form';
import classes from './people.module.css';
import { accountsQuery, type AccountRow, type Grant } from './queries';
import { ResetSecondStep } from './reset-second-step';
import { RevokeRole, useGrantText } from './revoke-role';

const powerfulFirst = [...powerful, 'ORGANIZER', 'BUSINESS', 'VOLUNTEER'] as const;

type PeopleDialog =
  | { kind: 'add' }
  | { kind: 'grant'; account: AccountRow }
  | { kind: 'revoke'; account: AccountRow; grant: Grant }
  | { kind: 'reset'; account: AccountRow }
  | { kind: 'account'; change: AccountChange; account: AccountRow };

/** Accounts and what each may do; only for administrators. */
export function People() {
  const { t, words, locale } = useWords('people');
  const state = useSearchState();
  const [dialog, open] = useState<PeopleDialog | null>(null);
  const textOf = useGrantText();
  const say = t.people;
  return (
    <ListPage
      name="people"
      title={say.title}
      lead={say.lead}
      buttons={
        <Button leftSection={<PlusIcon />} onClick={() => open({ kind: 'add' })}>
          {say.add}
        </Button>
      }
      above={<Waiting />}
      document={accountsQuery}
      state={state}
      variables={{ role: state.one('role', powerfulFirst), text: state.text() }}
      first={30}
      of="accounts"
      label={say.list}
      what={say.what}
      search={{ label: say.searchLabel, hint: say.searchHint }}
      filters={[
        {
          name: 'role',
          label: say.role,
          any: say.everyRole,
          names: powerfulFirst.map((role) => [role, words.enums.role[role]] as const),
        },
      ]}
      none={{ title: say.noneTitle, text: say.noneText, icon: <PeopleIcon size={26} /> }}
      noneFound={say}
      csv={false}
      columns={[
        {
          key: 'name',
          header: say.person,
          width: '28%',
          under: ({ email, disabledAt }) => [
            email,
            disabledAt && (
              <span className={cells.waits}>{say.closedSince({ when: formatDateTime(locale, disabledAt) })}</span>
            ),
          ],
        },
        {
          key: 'roles',
          header: say.roles,
          width: '24%',
          cell: (account) => (
            <ul className={classes.grants}>
              {account.grants.length === 0 && <li className={cells.longMeta}>{say.noRoles}</li>}
              {account.grants.map((grant) => (
                <li key={textOf(grant)} className={classes.grant}>
                  <span
                    title={say.givenBy({ day: calendarDay(locale, grant.since.slice(0, 10)), by: grant.grantedBy })}
                  >
                    {textOf(grant)}
                  </span>
                  <UnstyledButton
                    className={classes.revoke}
                    aria-label={`${say.revoke({ role: textOf(grant) })} (${account.name})`}
                    onClick={() => open({ kind: 'revoke', account, grant })}
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
          header: say.lastSignIn,
          cell: ({ lastSignInAt }) => (lastSignInAt ? <ListTime at={lastSignInAt} /> : say.notLately),
        },
        {
          key: 'secondStep',
          header: say.secondStep,
          cell: (account) =>
            account.hasSecondStep ? (
              <>
                {account.secondStepResetAt
                  ? say.resetsOn({ when: formatDateTime(locale, account.secondStepResetAt) })
                  : say.secondStepOn}{' '}
                <Anchor
                  component="button"
                  type="button"
                  className={classes.reset}
                  aria-label={`${say.reset}: ${account.name}`}
                  onClick={() => open({ kind: 'reset', account })}
                >
                  {say.reset}
                </Anchor>
              </>
            ) : (
              say.secondStepOff
            ),
        },
      ]}
      rowActions={(account) => (
        <>
          <Button
            variant="default"
            size="compact-sm"
            leftSection={<PlusIcon size={14} />}
            aria-label={`${say.grant}: ${account.name}`}
            onClick={() => open({ kind: 'grant', account })}
          >
            {say.grant}
          </Button>
          <AccountMenu account={account} onChange={(change) => open({ kind: 'account', change, account })} />
        </>
      )}
    >
      <PeopleDialogs dialog={dialog} onClose={() => open(null)} />
    </ListPage>
  );
}

/** Powerful roles that wait stand first: an admin has to see what others ask for. */
function Waiting() {
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
