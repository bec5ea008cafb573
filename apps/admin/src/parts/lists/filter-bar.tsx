import { Button, Collapse } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useId, type ReactNode } from 'react';
import { useWords } from '../../words/words';
import classes from './filter-bar.module.css';
import { FilterIcon } from '../ui/icons';
import { SearchInput } from './search-input';
import type { SearchState } from './use-search-state';

interface FilterBarProps {
  state: SearchState;
  /** What narrows the list; the search, which is `text`, may be one of them. */
  names: readonly string[];
  /** Always in sight. */
  search: { label: string; hint: string };
  /** Folded away until asked for. */
  children: ReactNode;
}

/** Search in sight, filters behind a button that says how many are on. */
export function FilterBar({ state: { get, set, clear }, names, search, children }: FilterBarProps) {
  const { t } = useWords();
  const active = names.filter((name) => name !== 'text' && get(name) !== '').length;
  const [opened, { toggle }] = useDisclosure(active > 0);
  const id = useId();
  return (
    <div className={classes.bar} role="search">
      <div className={classes.top}>
        <div className={classes.search}>
          <SearchInput {...search} value={get('text')} onSearch={(text) => set({ text })} />
        </div>
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
      </div>
      <Collapse expanded={opened} id={id}>
        <div className={classes.filters}>
          {children}
          {active > 0 && (
            <Button variant="subtle" size="md" onClick={() => clear(names)}>
              {t.common.clearFilters}
            </Button>
          )}
        </div>
      </Collapse>
    </div>
  );
}
