import { TextInput } from '@mantine/core';
import type { ResultOf } from '@upstander/api-client';
import { useRead } from '../api/use-api';
import { Choice } from '../parts/lists/choice';
import { Empty } from '../parts/ui/empty';
import { ShieldIcon } from '../parts/ui/icons';
import { List } from '../parts/lists/list';
import { NoneFound } from '../parts/lists/none-found';
import { Only } from '../parts/lists/only';
import { PageHeader } from '../parts/ui/page-header';
import { useSearchState, type SearchState } from '../parts/lists/use-search-state';
import { useWords } from '../words/words';
import { useSecurityEventColumns } from './event-columns';
import { filterNames, variablesOf } from './event-filters';
import { securityEventsQuery } from './queries';
import classes from './security-events.module.css';

/** What happened to accounts, and what was tried and refused. */
export function SecurityEvents() {
  const { t } = useWords();
  const words = t.securityEvents;
  const state = useSearchState();
  const columns = useSecurityEventColumns();
  const query = useRead(securityEventsQuery, variablesOf(state.get));
  const person = state.get('person');
  return (
    <div>
      <PageHeader title={words.title} lead={words.lead} />
      <Filters state={state} />
      {person !== '' && (
        <Only said={words.onlyPerson({ name: nameOf(query.data, person) })} end={() => state.set({ person: '' })} />
      )}
      <List
        query={query}
        of={({ securityEvents }) => securityEvents}
        columns={columns}
        label={words.list}
        what={words.what}
        empty={
          state.narrowed(filterNames) ? (
            <NoneFound words={words} state={state} names={filterNames} />
          ) : (
            <Empty title={words.noneTitle} text={words.noneText} icon={<ShieldIcon size={26} />} />
          )
        }
      />
    </div>
  );
}

function nameOf(data: ResultOf<typeof securityEventsQuery> | undefined, id: string): string | null {
  for (const { node } of data?.securityEvents.edges ?? []) {
    const person = [node.account, node.by].find((one) => one?.id === id);
    if (person) return person.name;
  }
  return null;
}

function Filters({ state: { get, set } }: { state: SearchState }) {
  const { t } = useWords();
  const words = t.securityEvents;
  return (
    <div className={classes.filters} role="search">
      <Choice
        label={words.happened}
        value={get('kind')}
        onChoose={(kind) => set({ kind })}
        names={{ refused: words.allRefused, power: words.allPower, ...words.kinds }}
      />
      <TextInput
        type="date"
        label={words.from}
        value={get('from')}
        max={get('to')}
        onChange={(event) => set({ from: event.currentTarget.value })}
      />
      <TextInput
        type="date"
        label={words.to}
        value={get('to')}
        min={get('from')}
        onChange={(event) => set({ to: event.currentTarget.value })}
      />
    </div>
  );
}
