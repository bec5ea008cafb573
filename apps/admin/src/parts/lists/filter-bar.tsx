import { Button, Checkbox, Collapse, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useId, type ReactNode } from 'react';
import { useWords } from '../../words/words';
import { FilterIcon } from '../ui/icons';
import { Choice, type ChoiceNames } from './choice';
import classes from './filter-bar.module.css';
import type { SearchState } from './list-state';
import { SearchInput } from './search-input';

/** `name` is its URL parameter. */
export interface Filter {
  name: string;
  label: string;
  options?: ChoiceNames;
  /** Label of the empty option if not "Any". False if a value is required. */
  emptyOption?: string | false | undefined;
  value?: string | undefined;
  type?: 'choice' | 'day' | 'yes';
}

interface FilterBarProps {
  label: string;
  state: SearchState;
  filters: readonly Filter[];
  search?: { label: string; hint: string; name?: string };
  views?: ReactNode;
  children?: ReactNode;
}

const maxVisibleFilters = 3;

export function FilterBar({ label, state, filters, search, views, children }: FilterBarProps) {
  const { t } = useWords();
  const names = filters.map(({ name }) => name);
  const activeCount = names.filter((name) => state.get(name) !== '').length;
  const [isOpen, { toggle }] = useDisclosure(activeCount > 0);
  const id = useId();
  const isFolded = filters.length > maxVisibleFilters;
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
        {isFolded ? (
          <Button
            variant="default"
            className={classes.button}
            leftSection={<FilterIcon />}
            aria-expanded={isOpen}
            aria-controls={id}
            onClick={toggle}
          >
            {activeCount > 0 ? t.common.filtersOn({ count: activeCount }) : t.common.filters}
          </Button>
        ) : (
          fields
        )}
        {children && <div className={classes.end}>{children}</div>}
      </div>
      {isFolded && (
        <Collapse expanded={isOpen} id={id}>
          <div className={classes.filters}>
            {fields}
            {activeCount > 0 && (
              <Button variant="subtle" onClick={() => state.clear(names)}>
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
  const { name, label, options, emptyOption, type, value = state.get(name) } = filter;
  if (options) {
    return (
      <Choice
        label={label}
        emptyOption={emptyOption}
        value={value}
        onChange={(value) => state.set({ [name]: value })}
        options={options}
      />
    );
  }
  if (type === 'yes') {
    return (
      <Checkbox
        label={label}
        checked={value === '1'}
        onChange={(event) => state.set({ [name]: event.currentTarget.checked ? '1' : '' })}
        mb={8}
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
