import type { ResultOf } from '@upstander/api-client';
import { useRead } from '../api/use-api';
import { Empty } from '../parts/ui/empty';
import { ShieldIcon } from '../parts/ui/icons';
import { List } from '../parts/lists/list';
import { NoneFound } from '../parts/lists/none-found';
import { Only } from '../parts/lists/only';
import { PageHeader } from '../parts/ui/page-header';
import { useSearchState } from '../parts/lists/use-search-state';
import { WhatAndWhen } from '../parts/lists/what-and-when';
import { useWords } from '../words/words';
import { useSecurityEventColumns } from './event-columns';
import { filterNames, variablesOf } from './event-filters';
import { securityEventsQuery } from './queries';

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
      <WhatAndWhen
        state={state}
        what="kind"
        label={words.happened}
        names={{ refused: words.allRefused, power: words.allPower, ...words.kinds }}
        words={words}
      />
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
