import { moneyText, type MoneyValue } from '@upstander/web-kit';
import { useWords } from '../../words/words';
import classes from '../ui/fill-bar.module.css';
import { shareOf } from './money';

interface ProgressBarProps {
  raised: MoneyValue;
  goal: MoneyValue;
  giftCount?: number;
}

export function ProgressBar({ raised, goal, giftCount }: ProgressBarProps) {
  const { t, locale } = useWords('money');
  const ratio = shareOf(raised, goal);
  return (
    <div className={classes.fill}>
      <div className={classes.track} aria-hidden="true">
        <div className={classes.bar} style={{ transform: `scaleX(${ratio})` }} />
      </div>
      <span className={classes.text}>
        <span>
          {t.money.ofGoal({
            raised: moneyText(locale, raised, { short: true }),
            goal: moneyText(locale, goal, { short: true }),
          })}
        </span>
        {giftCount !== undefined && <span>{t.money.gifts({ count: giftCount })}</span>}
      </span>
    </div>
  );
}
