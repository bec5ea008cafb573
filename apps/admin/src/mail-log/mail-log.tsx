import { NativeSelect } from '@mantine/core';
import { useRead } from '../api/use-api';
import { DataTable } from '../parts/lists/data-table';
import { Empty } from '../parts/ui/empty';
import { Failure } from '../parts/ui/failure';
import { CheckIcon, MailIcon } from '../parts/ui/icons';
import { Loading } from '../parts/ui/loading';
import { NoneFound } from '../parts/lists/none-found';
import { PageHeader } from '../parts/ui/page-header';
import { Pager } from '../parts/lists/pager';
import { SearchInput } from '../parts/lists/search-input';
import { useSearchState, type SearchState } from '../parts/lists/use-search-state';
import { useWords } from '../words/words';
import { useMailColumns } from './mail-columns';
import { filterNames, variablesOf } from './mail-filters';
import classes from './mail-log.module.css';
import { mailLogQuery } from './queries';
import { useRetry } from './use-retry';

/** Outgoing mail: what went, what did not and why, and the way to send it again. */
export function MailLog() {
  const { t } = useWords();
  const state = useSearchState();
  const retry = useRetry();
  const columns = useMailColumns(retry);
  const { data, error, refetch, isPlaceholderData } = useRead(mailLogQuery, variablesOf(state.get));
  const rows = data?.mailLog.edges.map(({ node }) => node) ?? [];

  return (
    <div>
      <PageHeader title={t.mailLog.title} lead={t.mailLog.lead} />
      <MailFilterBar state={state} />
      {error && !data && <Failure error={error} retry={() => void refetch()} />}
      {!data && !error && <Loading what={t.mailLog.what} lines={6} />}
      {data && rows.length === 0 && <NoMails state={state} />}
      {data && rows.length > 0 && (
        <>
          <DataTable
            label={t.mailLog.list}
            rows={rows}
            columns={columns}
            idOf={({ id }) => id}
            stale={isPlaceholderData}
          />
          <Pager {...data.mailLog} />
        </>
      )}
    </div>
  );
}

function MailFilterBar({ state }: { state: SearchState }) {
  const { t, words } = useWords();
  const options = (names: Record<string, string>) => Object.entries(names).map(([value, label]) => ({ value, label }));
  return (
    <div className={classes.filters} role="search">
      <SearchInput
        label={t.mailLog.recipient}
        hint={t.mailLog.recipientHint}
        value={state.get('recipient')}
        onSearch={(recipient) => state.set({ recipient })}
      />
      <NativeSelect
        aria-label={t.mailLog.status}
        value={state.get('status')}
        onChange={(event) => state.set({ status: event.currentTarget.value })}
        data={[
          { value: '', label: t.mailLog.anyStatus },
          { value: 'trouble', label: t.mailLog.trouble },
          ...options(words.enums.mailStatus),
        ]}
      />
      <NativeSelect
        aria-label={t.mailLog.template}
        value={state.get('template')}
        onChange={(event) => state.set({ template: event.currentTarget.value })}
        data={[{ value: '', label: t.mailLog.anyTemplate }, ...options(t.mailLog.templates)]}
      />
    </div>
  );
}

function NoMails({ state }: { state: SearchState }) {
  const { t } = useWords();
  const onlyTrouble =
    state.get('status') === 'trouble' && state.get('recipient') === '' && state.get('template') === '';
  if (onlyTrouble) {
    return <Empty title={t.mailLog.noTroubleTitle} text={t.mailLog.noTroubleText} icon={<CheckIcon size={26} />} />;
  }
  if (state.narrowed(filterNames)) return <NoneFound words={t.mailLog} state={state} names={filterNames} />;
  return <Empty title={t.mailLog.noneTitle} text={t.mailLog.noneText} icon={<MailIcon size={26} />} />;
}
