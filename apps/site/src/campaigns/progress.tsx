import { usePage } from '../request/page-context';
import { countText, headlineMoney, percentText } from '../money/money-format';
import type { MoneyValue } from '@upstander/web-kit';
import { percentOf } from './campaign-days';

interface Props {
  raised: MoneyValue;
  goal: MoneyValue | null;
  giftCount: number;
  /** True for large figures on the campaign's page. */
  isLarge?: boolean;
  /** Another short fact in the same line, e.g. the days that are left. */
  more?: string | undefined;
}

/** Shows the progress as text. The bar repeats it visually. */
export function Progress({ raised, goal, giftCount, isLarge = false, more }: Props) {
  const { words, locale } = usePage();
  const t = words.site.campaigns;
  const gifts = t.gifts({ n: giftCount, text: countText(locale, giftCount) });
  const sum = headlineMoney(locale, raised);
  if (goal === null) {
    return (
      <div className={isLarge ? 'progress large' : 'progress'}>
        <p className="progress-sum">
          <b>{words.site.campaign.raised({ amount: sum })}</b>
        </p>
        <p className="small">{[gifts, more].filter(Boolean).join(' · ')}</p>
      </div>
    );
  }
  const percent = percentOf(raised, goal);
  return (
    <div className={isLarge ? 'progress large' : 'progress'}>
      <p className="progress-sum">
        <b>{words.site.campaign.raised({ amount: sum })}</b>{' '}
        {words.site.campaign.ofGoal({ goal: headlineMoney(locale, goal) })}
      </p>
      {/* Hidden from screen readers, because the text beside it says the same. */}
      <progress value={Math.min(percent, 100)} max={100} aria-hidden="true" />
      <p className="small">
        {[t.percent({ percent: percentText(locale, percent) }), gifts, more].filter(Boolean).join(' · ')}
      </p>
    </div>
  );
}
