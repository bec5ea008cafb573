import type { MoneyValue } from '@upstander/web-kit';
import { calendarDay, roundMoney } from '../money/money-format';
import { usePage } from '../request/page-context';

interface Props {
  fundraiser: {
    title: string;
    summary?: string;
    storyHtml: string;
    language?: string;
    goal: MoneyValue | null;
    endsOn?: string | null;
    ownerName: string;
  };
}

/** Owners read what they confirm. */
export function FundraiserTexts({ fundraiser }: Props) {
  const { words, locale } = usePage();
  const t = words.site.fundraiser;
  return (
    <section className="panel" aria-labelledby="written-heading">
      <p className="small">{t.written}</p>
      <div lang={fundraiser.language}>
        <h2 id="written-heading">{fundraiser.title}</h2>
        {fundraiser.summary && <p className="lead">{fundraiser.summary}</p>}
        <div className="prose" dangerouslySetInnerHTML={{ __html: fundraiser.storyHtml }} />
      </div>
      <dl className="pairs">
        <LabeledText label={t.writtenName} value={fundraiser.ownerName} />
        <LabeledText
          label={t.writtenGoal}
          value={fundraiser.goal === null ? t.writtenNone : roundMoney(locale, fundraiser.goal)}
        />
        {fundraiser.endsOn !== undefined && (
          <LabeledText
            label={t.writtenUntil}
            value={fundraiser.endsOn === null ? t.writtenNone : calendarDay(locale, fundraiser.endsOn)}
          />
        )}
      </dl>
    </section>
  );
}

function LabeledText({ label, value }: { label: string; value: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}
