import { Button, Collapse } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useId, type ReactNode } from 'react';
import { useWords } from '../words/words';
import classes from './filter-bar.module.css';
import { FilterIcon } from './icons';

interface FilterBarProps {
  /** Always in sight: the search. */
  search: ReactNode;
  /** Folded away until asked for. */
  children: ReactNode;
  active: number;
  onClear: () => void;
}

/** Search in sight, filters behind a button that says how many are on. */
export function FilterBar({ search, children, active, onClear }: FilterBarProps) {
  const { t } = useWords();
  const [opened, { toggle }] = useDisclosure(active > 0);
  const id = useId();
  return (
    <div className={classes.bar} role="search">
      <div className={classes.top}>
        <div className={classes.search}>{search}</div>
        <Button
          variant="default"
          size="md"
          className={classes.button}
          leftSection={<FilterIcon />}
          aria-expanded={opened}
          aria-controls={id}
          onClick={toggle}
        >
          {active > 0 ? t.common.filtersOn(active) : t.common.filters}
        </Button>
      </div>
      <Collapse expanded={opened} id={id}>
        <div className={classes.filters}>
          {children}
          {active > 0 && (
            <Button variant="subtle" size="md" onClick={onClear}>
              {t.common.clearFilters}
            </Button>
          )}
        </div>
      </Collapse>
    </div>
  );
}
