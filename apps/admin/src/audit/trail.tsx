import { Button, TextInput } from '@mantine/core';
import type { ResultOf } from '@upstander/api-client';
import { useRead } from '../api/use-api';
import { Choice } from '../parts/lists/choice';
import { Empty } from '../parts/ui/empty';
import { EyeIcon } from '../parts/ui/icons';
import { List } from '../parts/lists/list';
import { Only } from '../parts/lists/only';
import { PageHeader } from '../parts/ui/page-header';
import { useSearchState, type SearchState } from '../parts/lists/use-search-state';
import { useWords } from '../words/words';
import { Chain } from './chain';
import { trailQuery } from './queries';
import { useTrailColumns } from './trail-columns';
import { actions, filterNames, variablesOf } from './trail-filters';
import classes from './trail.module.css';

/** Who read what, and whether the list is whole. It holds nothing of what was read. */
export function Trail() {
  const { t } = useWords();
  const state = useSearchState();
  const columns = useTrailColumns();
  const query = useRead(trailQuery, variablesOf(state.get), { gcTime: 0 });
  const words = t.audit;
  const narrowed = state.narrowed(filterNames);
  return (
    <div>
      <PageHeader title={words.title} lead={words.lead} />
      <Chain />
      <Filters state={state} />
      {state.get('record') !== '' && (
        <Only
          said={words.onlyRecord({ short: state.get('record').slice(0, 8).toUpperCase() })}
          end={() => state.set({ record: '' })}
        />
      )}
      {state.get('actor') !== '' && (
        <Only
          said={words.onlyPerson({ name: nameOf(query.data, state.get('actor')) })}
          end={() => state.set({ actor: '' })}
        />
      )}
      <List
        query={query}
        of={({ auditTrail }) => auditTrail}
        columns={columns}
        label={words.list}
        what={words.what}
        empty={
          <Empty
            title={words.noneTitle}
            text={narrowed ? words.noneFoundText : words.noneText}
            icon={<EyeIcon size={26} />}
          >
            {narrowed && (
              <Button variant="default" onClick={() => state.clear(filterNames)}>
                {t.common.clearFilters}
              </Button>
            )}
          </Empty>
        }
      />
    </div>
  );
}

function nameOf(data: ResultOf<typeof trailQuery> | undefined, actorId: string): string | null {
  return data?.auditTrail.edges.find(({ node }) => node.actorId === actorId)?.node.actorName ?? null;
}

function Filters({ state: { get, set } }: { state: SearchState }) {
  const { t } = useWords();
  const words = t.audit;
  return (
    <div className={classes.filters} role="search">
      <Choice
        label={words.action}
        value={get('action')}
        onChoose={(action) => set({ action })}
        names={actions.map((action) => [action, words.actions[action]] as const)}
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
