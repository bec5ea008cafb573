import { Button } from '@mantine/core';
import { useWords } from '../../words/words';
import { Empty } from '../ui/empty';
import { SearchIcon } from '../ui/icons';
import type { SearchState } from './use-search-state';

interface NoneFoundProps {
  words: { noneFoundTitle: string; noneFoundText: string };
  state: SearchState;
  /** What narrows the list, and is cleared. */
  names: readonly string[];
  /** What clearing is called here. */
  clear?: string;
}

/** In place of a list that its filters left empty, with the way back to all of it. */
export function NoneFound({ words, state, names, clear }: NoneFoundProps) {
  const { t } = useWords();
  return (
    <Empty title={words.noneFoundTitle} text={words.noneFoundText} icon={<SearchIcon size={26} />}>
      <Button variant="default" onClick={() => state.clear(names)}>
        {clear ?? t.common.clearFilters}
      </Button>
    </Empty>
  );
}
