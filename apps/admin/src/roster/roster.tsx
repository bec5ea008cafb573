import { Button, NativeSelect, Title } from '@mantine/core';
import { useState } from 'react';
import { useParams } from 'react-router';
import { useRead } from '../api/use-api';
import { DataTable } from '../parts/lists/data-table';
import { Empty } from '../parts/ui/empty';
import { Failure } from '../parts/ui/failure';
import { PeopleIcon, PlusIcon } from '../parts/ui/icons';
import { Loading } from '../parts/ui/loading';
import { NoneFound } from '../parts/lists/none-found';
import { Pager } from '../parts/lists/pager';
import { SearchInput } from '../parts/lists/search-input';
import { useSearchState, type SearchState } from '../parts/lists/use-search-state';
import { isPast } from '../parts/ui/when';
import { useWords } from '../words/words';
import { RosterDialogs, type RosterDialog } from './roster-dialogs';
import { rosterEventQuery, rosterQuery, type RosterEvent } from './queries';
import { useRosterColumns } from './roster-columns';
import { filterNames, statuses, unconfirmed, variablesOf } from './roster-filters';
import classes from './roster.module.css';
import { ShiftCards } from './shift-cards';

/** Everybody on an event: how full each shift is, who is on it and in which state, and what to do about it. */
export function Roster() {
  const { t } = useWords();
  const { id = '' } = useParams();
  const { data, error, refetch } = useRead(rosterEventQuery, { id });
  const event = data?.manageEvent;
  if (!event) return error ? <Failure error={error} retry={() => void refetch()} /> : <Loading what={t.roster.what} />;
  return <RosterOf event={event} />;
}

function RosterOf({ event }: { event: RosterEvent }) {
  const { t } = useWords();
  const state = useSearchState();
  const [dialog, setDialog] = useState<RosterDialog | null>(null);
  const { data, error, refetch, isPlaceholderData } = useRead(rosterQuery, variablesOf(event.id, state.get));
  const columns = useRosterColumns(event, setDialog);
  const rows = data?.roster.edges.map(({ node }) => node) ?? [];
  const open = event.status === 'PUBLISHED' && event.shifts.some(({ startsAt }) => new Date(startsAt) > new Date());

  return (
    <>
      <section aria-labelledby="shifts-title">
        <Title order={2} id="shifts-title" mb="sm">
          {t.roster.shifts}
        </Title>
        <ShiftCards event={event} chosen={state.get('shift')} onChoose={(shift) => state.set({ shift })} />
      </section>
      <section aria-labelledby="roster-title" className={classes.people}>
        <div className={classes.top}>
          <Title order={2} id="roster-title">
            {t.roster.title}
          </Title>
          {open && (
            <Button leftSection={<PlusIcon />} onClick={() => setDialog({ kind: 'add', shiftId: state.get('shift') })}>
              {t.roster.add}
            </Button>
          )}
        </div>
        <RosterFilterBar event={event} state={state} />
        {error && !data && <Failure error={error} retry={() => void refetch()} />}
        {!data && !error && <Loading what={t.roster.what} />}
        {data && rows.length === 0 && <NobodyHere event={event} state={state} />}
        {data && rows.length > 0 && (
          <>
            <DataTable
              label={t.roster.list}
              rows={rows}
              columns={columns}
              idOf={(row) => row.id}
              stale={isPlaceholderData}
            />
            <Pager {...data.roster} />
          </>
        )}
      </section>
      <RosterDialogs event={event} dialog={dialog} onClose={() => setDialog(null)} />
    </>
  );
}

function RosterFilterBar({ event, state }: { event: RosterEvent; state: SearchState }) {
  const { t, words } = useWords();
  const names = words.enums.signupStatus;
  return (
    <div className={classes.filters} role="search">
      <SearchInput
        label={t.roster.searchLabel}
        hint={t.roster.searchHint}
        value={state.get('text')}
        onSearch={(text) => state.set({ text })}
      />
      {event.shifts.length > 1 && (
        <NativeSelect
          aria-label={t.roster.shift}
          value={state.get('shift')}
          onChange={(change) => state.set({ shift: change.currentTarget.value })}
          data={[
            { value: '', label: t.roster.allShifts },
            ...event.shifts.map(({ id, role }) => ({ value: id, label: role })),
          ]}
        />
      )}
      <NativeSelect
        aria-label={t.roster.status}
        value={state.get('status')}
        onChange={(change) => state.set({ status: change.currentTarget.value })}
        data={[
          { value: '', label: t.roster.current },
          ...statuses.map((value) => ({ value, label: names[value] })),
          { value: unconfirmed, label: t.roster.notConfirmed },
          { value: 'all', label: t.roster.allStates },
        ]}
      />
    </div>
  );
}

function NobodyHere({ event, state }: { event: RosterEvent; state: SearchState }) {
  const { t } = useWords();
  if (state.narrowed(filterNames)) {
    return <NoneFound words={t.roster} state={state} names={filterNames} />;
  }
  if (isPast(event)) {
    return <Empty title={t.roster.noneOverTitle} text={t.roster.noneOverText} icon={<PeopleIcon size={26} />} />;
  }
  const text = event.status === 'DRAFT' ? t.roster.noneDraftText : t.roster.noneText;
  return <Empty title={t.roster.noneTitle} text={text} icon={<PeopleIcon size={26} />} />;
}
