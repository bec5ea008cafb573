import { useWords } from '../../words/words';
import { PersonIcon } from '../ui/icons';
import classes from './record.module.css';
import { isOpen, type SealedRecord } from './sealed-record';

export function RecordHolder({ record }: { record: SealedRecord }) {
  const words = useWords('advocacy').t.advocacy.record;
  const { takenBy, takenByMe } = record;
  if (!isOpen(record) && !takenBy) return null;
  const title = takenByMe ? words.mine : takenBy ? words.theirs({ name: takenBy }) : words.nobody;
  const text = takenByMe ? null : takenBy ? words.theirsText : words.nobodyText;
  return (
    <div className={classes.holder} data-mine={takenByMe || undefined}>
      <PersonIcon />
      <span>
        <strong>{title}</strong>
        {text && isOpen(record) && <span className={classes.soft}>{text}</span>}
      </span>
    </div>
  );
}
