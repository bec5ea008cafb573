import { Button, Modal, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useRead } from '../api/use-api';
import { DataTable } from '../parts/lists/data-table';
import { Empty } from '../parts/ui/empty';
import { Failure } from '../parts/ui/failure';
import { PeopleIcon, PlusIcon } from '../parts/ui/icons';
import { Loading } from '../parts/ui/loading';
import { PageHeader } from '../parts/ui/page-header';
import { Pager } from '../parts/lists/pager';
import { SearchInput } from '../parts/lists/search-input';
import { useSearchState } from '../parts/lists/use-search-state';
import { useWords } from '../words/words';
import { powerful } from '../session/use-me';
import { Section } from '../parts/ui/section';
import { roleRequestsQuery } from '../role-requests/queries';
import { RoleRequestList } from '../role-requests/role-request-list';
import { AccountDialog } from './account-dialog';
import { AddPersonForm } from './add-person-form';
import { GrantForm } from './grant-form';
import { usePeopleColumns, type PeopleDialog } from './people-columns';
import classes from './people.module.css';
import { accountsQuery } from './queries';
import { ResetSecondStep } from './reset-second-step';
import { RevokeRole } from './revoke-role';

const powerfulFirst = [...powerful, 'ORGANIZER', 'BUSINESS', 'VOLUNTEER'] as const;

/** Accounts and what each may do; only for administrators. */
export function People() {
  const { t, words } = useWords();
  const state = useSearchState();
  const [dialog, setDialog] = useState<PeopleDialog | null>(null);
  const columns = usePeopleColumns(setDialog);
  const text = state.get('text').trim();
  const role = powerfulFirst.find((each) => each === state.get('role')) ?? null;
  const variables = { role, text: text === '' ? null : text, first: 30, after: state.get('after') || null };
  const { data, error, refetch, isPlaceholderData } = useRead(accountsQuery, variables);
  const rows = data?.accounts.edges.map(({ node }) => node) ?? [];

  return (
    <div>
      <PageHeader title={t.people.title} lead={t.people.lead}>
        <Button leftSection={<PlusIcon />} onClick={() => setDialog({ kind: 'add' })}>
          {t.people.add}
        </Button>
      </PageHeader>
      <Waiting />
      <div className={classes.filters} role="search">
        <SearchInput
          label={t.people.searchLabel}
          hint={t.people.searchHint}
          value={state.get('text')}
          onSearch={(typed) => state.set({ text: typed })}
        />
        <NativeSelect
          aria-label={t.people.role}
          size="md"
          value={role ?? ''}
          onChange={(event) => state.set({ role: event.currentTarget.value })}
          data={[
            { value: '', label: t.people.everyRole },
            ...powerfulFirst.map((value) => ({ value, label: words.enums.role[value] })),
          ]}
        />
      </div>
      {error && !data && <Failure error={error} retry={() => void refetch()} />}
      {!data && !error && <Loading what={t.people.what} lines={6} />}
      {data && rows.length === 0 && (
        <Empty
          title={text === '' && !role ? t.people.noneTitle : t.people.noneFoundTitle}
          text={text === '' && !role ? t.people.noneText : t.people.noneFoundText}
          icon={<PeopleIcon size={26} />}
        />
      )}
      {data && rows.length > 0 && (
        <>
          <DataTable
            label={t.people.list}
            rows={rows}
            columns={columns}
            idOf={({ id }) => id}
            stale={isPlaceholderData}
          />
          <Pager {...data.accounts} />
        </>
      )}
      <PeopleDialogs dialog={dialog} onClose={() => setDialog(null)} />
    </div>
  );
}

/** Powerful roles that wait stand first: an admin has to see what others ask for. */
function Waiting() {
  const { t } = useWords();
  const { data } = useRead(roleRequestsQuery, {});
  if (!data || data.roleRequests.length === 0) return null;
  return (
    <Section title={t.people.requests} lead={t.people.requestsLead}>
      <RoleRequestList requests={data.roleRequests} />
    </Section>
  );
}

function PeopleDialogs({ dialog, onClose }: { dialog: PeopleDialog | null; onClose: () => void }) {
  const { t } = useWords();
  if (dialog === null) return null;
  if (dialog.kind === 'revoke') return <RevokeRole account={dialog.account} grant={dialog.grant} onClose={onClose} />;
  if (dialog.kind === 'account') return <AccountDialog {...dialog} onClose={onClose} />;
  if (dialog.kind === 'reset') return <ResetSecondStep account={dialog.account} onClose={onClose} />;
  const title = dialog.kind === 'add' ? t.people.addTitle : t.people.grantTitle({ name: dialog.account.name });
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t.common.close }}>
      {dialog.kind === 'add' && <AddPersonForm onDone={onClose} />}
      {dialog.kind === 'grant' && <GrantForm account={dialog.account} onDone={onClose} />}
    </Modal>
  );
}
