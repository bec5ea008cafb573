import { useWords } from '../../words/words';
import classes from './fill-bar.module.css';

interface Fill {
  taken: number;
  capacity: number;
  waiting?: number;
}

interface FillBarProps extends Fill {
  /** True if a header above already names the spots. */
  isShort?: boolean;
}

export function FillBar({ taken, capacity, waiting = 0, isShort = false }: FillBarProps) {
  const { t } = useWords();
  const fillRatio = capacity === 0 ? 0 : Math.min(1, taken / capacity);
  return (
    <div className={classes.fill}>
      <div className={classes.track} data-low={fillRatio < 0.5 || undefined} aria-hidden="true">
        {/* Scaling avoids inline widths and layout work. */}
        <div className={classes.bar} style={{ transform: `scaleX(${fillRatio})` }} />
      </div>
      <span className={classes.text}>
        <span>{(isShort ? t.common.fillShort : t.common.fill)({ taken, capacity })}</span>
        {waiting > 0 && <span>{t.common.waiting({ count: waiting })}</span>}
      </span>
    </div>
  );
}

export function totalFill(shifts: ReadonlyArray<Required<Fill>>): Required<Fill> {
  const sum = { taken: 0, capacity: 0, waiting: 0 };
  for (const shift of shifts) {
    sum.taken += shift.taken;
    sum.capacity += shift.capacity;
    sum.waiting += shift.waiting;
  }
  return sum;
}
