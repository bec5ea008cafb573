import { Button, Checkbox, Collapse, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useId, type ReactNode } from 'react';
import { useWords } from '../../words/words';
import { FilterIcon } from '../ui/icons';
import { Choice, type ChoiceNames } from './choice';
import classes from './filter-bar.module.css';
import type { SearchState } from './list-state';
import { SearchInput } from './search-input';

/** What a list can be narrowed by, by its name in the address: one of a few things, a day, or yes. */
export interface Filter {
  name: string;
  label: string;
  /** Of a choice: what can be chosen. */
  names?: ChoiceNames;
  /** What no choice is called, where it is not “any”; false where there is always one. */
  any?: string | false | undefined;
  /** What is chosen, where the address does not say so. */
  value?: string | undefined;
  is?: 'choice' | 'day' | 'yes';
}

interface FilterBarProps {
  /** Of the list. */
  label: string;
  state: SearchState;
  filters: readonly Filter[];
  search?: { label: string; hint: string; name?: string };
  /** Before the search. */
  views?: ReactNode;
  /** At the end of the bar. */
  children?: ReactNode;
}

/** As many filters stand beside the search; more of them are folded away. */
const inSight = 3;

/** The search, the filters, and what else is done with a list. */
export function FilterBar({ label, state, filters, search, views, children }: FilterBarProps) {
  const { t } = useWords();
  const names = filters.map(({ name }) => name);
  const active = names.filter((name) => state.get(name) !== '').length;
  const [opened, { toggle }] = useDisclosure(active > 0);
  const id = useId();
  const folded = filters.length > inSight;
  const fields = filters.map((filter) => <Field key={filter.name} filter={filter} state={state} />);
  return (
    <div className={classes.bar} {...((search || filters.length > 0) && { role: 'search', 'aria-label': label })}>
      <div className={classes.top}>
        {views}
        {search && (
          <div className={classes.search}>
            <SearchInput
              {...search}
              value={state.get(search.name ?? 'text')}
              onSearch={(text) => state.set({ [search.name ?? 'text']: text })}
            />
          </div>
        )}
        {folded ? (
          <Button
            variant="default"
            size="md"
            className={classes.button}
            leftSection={<FilterIcon />}
            aria-expanded={opened}
            aria-controls={id}
            onClick={toggle}
          >
            {active > 0 ? t.common.filtersOn({ count: active }) : t.common.filters}
          </Button>
        ) : (
          fields
        )}
        {children && <div className={classes.end}>{children}</div>}
      </div>
      {folded && (
        <Collapse expanded={opened} id={id}>
          <div className={classes.filters}>
            {fields}
            {active > 0 && (
              <Button variant="subtle" size="md" onClick={() => state.clear(names)}>
                {t.common.clearFilters}
              </Button>
            )}
          </div>
        </Collapse>
      )}
    </div>
  );
}

function Field({ filter, state }: { filter: Filter; state: SearchState }) {
  const { name, label, names, any, is, value = state.get(name) } = filter;
  if (names) {
    return (
      <Choice label={label} any={any} value={value} onChoose={(one) => state.set({ [name]: one })} names={names} />
    );
  }
  if (is === 'yes') {
    return (
      <Checkbox
        label={label}
        checked={value === '1'}
        onChange={(event) => state.set({ [name]: event.currentTarget.checked ? '1' : '' })}
        mb={10}
      />
    );
  }
  return (
    <TextInput
      type="date"
      label={label}
      value={value}
      onChange={(event) => state.set({ [name]: event.currentTarget.value })}
    />
  );
}
