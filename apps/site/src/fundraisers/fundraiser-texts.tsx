import type { MoneyValue } from '@upstander/web-kit';
import { calendarDay, roundMoney } from '../money/money-format';
import { usePage } from '../request/page-context';

interface Props {
  mine: {
    title: string;
    summary?: string;
    storyHtml: string;
    language?: string;
    goal: MoneyValue | null;
    endsOn?: string | null;
    ownerName: string;
  };
}

/** Shows all texts as the page will show them, so that owners read what they confirm. */
export function FundraiserTexts({ mine }: Props) {
  const { words, locale } = usePage();
  const t = words.site.fundraiser;
  return (
    <section className="panel" aria-labelledby="written-heading">
      <p className="small">{t.written}</p>
      <div lang={mine.language}>
        <h2 id="written-heading">{mine.title}</h2>
        {mine.summary && <p className="lead">{mine.summary}</p>}
        <div className="prose" dangerouslySetInnerHTML={{ __html: mine.storyHtml }} />
      </div>
      <dl className="pairs">
        <Pair label={t.writtenName} value={mine.ownerName} />
        <Pair label={t.writtenGoal} value={mine.goal === null ? t.writtenNone : roundMoney(locale, mine.goal)} />
        {mine.endsOn !== undefined && (
          <Pair
            label={t.writtenUntil}
            value={mine.endsOn === null ? t.writtenNone : calendarDay(locale, mine.endsOn)}
          />
        )}
      </dl>
    </section>
  );
}

function Pair({ label, value }: { label: string; value: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}
