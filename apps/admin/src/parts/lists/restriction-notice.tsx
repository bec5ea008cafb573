import { Button } from '@mantine/core';
import { useWords } from '../../words/words';
import { CloseIcon } from '../ui/icons';
import classes from './only.module.css';

export function RestrictionNotice({
  label,
  clearLabel,
  onClear,
}: {
  label: string;
  clearLabel?: string | undefined;
  onClear: () => void;
}) {
  const { t } = useWords();
  return (
    <p className={classes.only}>
      {label}
      <Button variant="subtle" size="compact-sm" leftSection={<CloseIcon size={14} />} onClick={onClear}>
        {clearLabel ?? t.common.showEverything}
      </Button>
    </p>
  );
}
