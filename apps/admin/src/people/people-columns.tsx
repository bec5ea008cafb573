import { Anchor, Button, UnstyledButton } from '@mantine/core';
import cells from '../parts/lists/cells.module.css';
import type { Column } from '../parts/lists/data-table';
import { CloseIcon, PlusIcon } from '../parts/ui/icons';
import { calendarDay, fullMoment } from '../parts/ui/when';
import { useWords } from '../words/words';
import type { AccountChange } from './account-dialog';
import { AccountMenu } from './account-menu';
import classes from './people.module.css';
import type { AccountRow, Grant } from './queries';

export type PeopleDialog =
  | { kind: 'add' }
  | { kind: 'grant'; account: AccountRow }
  | { kind: 'revoke'; account: AccountRow; grant: Grant }
  | { kind: 'reset'; account: AccountRow }
  | { kind: 'account'; change: AccountChange; account: AccountRow };

/** “Organizer, Los Angeles”; a role without a chapter is for the whole organisation. */
export function useGrantText(): (grant: Grant) => string {
  const { t, words } = useWords();
  return ({ role, chapter }) =>
    chapter ? t.people.roleAt({ role: words.enums.role[role], chapter: chapter.name }) : words.enums.role[role];
}

export function usePeopleColumns(onOpen: (dialog: PeopleDialog) => void): ReadonlyArray<Column<AccountRow>> {
  const { t, locale } = useWords();
  const textOf = useGrantText();
  return [
    {
      key: 'person',
      header: t.people.person,
      onCard: 'title',
      width: '28%',
      cell: (account) => (
        <>
          <span className={classes.name}>{account.name}</span>
          <span className={cells.longMeta}>{account.email}</span>
          {account.disabledAt && (
            <span className={cells.waits}>
              {t.people.closedSince({ when: fullMoment(locale, account.disabledAt) })}
            </span>
          )}
        </>
      ),
    },
    {
      key: 'roles',
      header: t.people.roles,
      width: '22%',
      cell: (account) => (
        <ul className={classes.grants}>
          {account.grants.length === 0 && <li className={cells.longMeta}>{t.people.noRoles}</li>}
          {account.grants.map((grant) => (
            <li key={textOf(grant)} className={classes.grant}>
              <span
                title={t.people.givenBy({ day: calendarDay(locale, grant.since.slice(0, 10)), by: grant.grantedBy })}
              >
                {textOf(grant)}
              </span>
              <UnstyledButton
                className={classes.revoke}
                aria-label={`${t.people.revoke({ role: textOf(grant) })} (${account.name})`}
                onClick={() => onOpen({ kind: 'revoke', account, grant })}
              >
                <CloseIcon size={13} />
              </UnstyledButton>
            </li>
          ))}
        </ul>
      ),
    },
    {
      key: 'lastSignIn',
      header: t.people.lastSignIn,
      cell: ({ lastSignInAt }) => (lastSignInAt ? fullMoment(locale, lastSignInAt) : t.people.notLately),
    },
    {
      key: 'secondStep',
      header: t.people.secondStep,
      cell: (account) =>
        account.hasSecondStep ? (
          <>
            {account.secondStepResetAt
              ? t.people.resetsOn({ when: fullMoment(locale, account.secondStepResetAt) })
              : t.people.secondStepOn}{' '}
            <Anchor
              component="button"
              type="button"
              className={classes.reset}
              aria-label={`${t.people.reset}: ${account.name}`}
              onClick={() => onOpen({ kind: 'reset', account })}
            >
              {t.people.reset}
            </Anchor>
          </>
        ) : (
          t.people.secondStepOff
        ),
    },
    {
      key: 'actions',
      header: t.common.actions,
      hiddenHeader: true,
      align: 'end',
      onCard: 'foot',
      cell: (account) => (
        <span className={classes.actions}>
          <Button
            variant="default"
            size="xs"
            leftSection={<PlusIcon size={14} />}
            aria-label={`${t.people.grant}: ${account.name}`}
            onClick={() => onOpen({ kind: 'grant', account })}
          >
            {t.people.grant}
          </Button>
          <AccountMenu account={account} onChange={(change) => onOpen({ kind: 'account', change, account })} />
        </span>
      ),
    },
  ];
}
