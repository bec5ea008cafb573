import { usePage } from '../request/page-context';
import { countText, percentText, roundMoney } from '../money/money-format';
import type { MoneyValue } from '@upstander/web-kit';
import { percentOf } from './campaign-days';

interface Props {
  raised: MoneyValue;
  goal: MoneyValue | null;
  giftCount: number;
  /** Large figures, for the page of the campaign itself. */
  large?: boolean;
}

/** How far it has come, in words; the bar repeats them for the eye. */
export function Progress({ raised, goal, giftCount, large = false }: Props) {
  const { words, locale } = usePage();
  const t = words.site.campaigns;
  const gifts = t.gifts({ n: giftCount, text: countText(locale, giftCount) });
  const sum = roundMoney(locale, raised);
  if (goal === null) {
    return (
      <div className={large ? 'progress large' : 'progress'}>
        <p className="progress-sum">
          <b>{words.site.campaign.raised({ amount: sum })}</b>
        </p>
        <p className="small">{gifts}</p>
      </div>
    );
  }
  const percent = percentOf(raised, goal);
  return (
    <div className={large ? 'progress large' : 'progress'}>
      <p className="progress-sum">
        <b>{words.site.campaign.raised({ amount: sum })}</b>{' '}
        {words.site.campaign.ofGoal({ goal: roundMoney(locale, goal) })}
      </p>
      {/* The words around it say the same, so the bar is silent to screen readers. */}
      <progress value={Math.min(percent, 100)} max={100} aria-hidden="true" />
      <p className="small">
        {t.percent({ percent: percentText(locale, percent) })} · {gifts}
      </p>
    </div>
  );
}
