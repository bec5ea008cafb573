import { Button } from '@mantine/core';
import { useWords } from '../../words/words';
import { CloseIcon } from '../ui/icons';
import classes from './only.module.css';

/** That a list shows one record, or one person, and the way back to all. */
export function Only({ said, words, end }: { said: string; words?: string | undefined; end: () => void }) {
  const { t } = useWords();
  return (
    <p className={classes.only}>
      {said}
      <Button variant="subtle" size="compact-sm" leftSection={<CloseIcon size={14} />} onClick={end}>
        {words ?? t.common.showEverything}
      </Button>
    </p>
  );
}
