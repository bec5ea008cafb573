import { Button } from '@mantine/core';
import type { ResultOf } from '@upstander/api-client';
import { useRead } from '../api/use-api';
import { Empty } from '../parts/ui/empty';
import { EyeIcon } from '../parts/ui/icons';
import { List } from '../parts/lists/list';
import { Only } from '../parts/lists/only';
import { PageHeader } from '../parts/ui/page-header';
import { useSearchState } from '../parts/lists/use-search-state';
import { WhatAndWhen } from '../parts/lists/what-and-when';
import { useWords } from '../words/words';
import { Chain } from './chain';
import { trailQuery } from './queries';
import { useTrailColumns } from './trail-columns';
import { actions, filterNames, variablesOf } from './trail-filters';

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
      <WhatAndWhen
        state={state}
        what="action"
        label={words.action}
        names={actions.map((action) => [action, words.actions[action]] as const)}
        words={words}
      />
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
