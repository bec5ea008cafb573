import { calendarDay } from '../money/money-format';
import { usePage } from '../request/page-context';

/** Says whether a lawyer has reviewed a page about the law, and leads to people who can look at a case. */
export function LegalNote({ reviewedOn }: { reviewedOn: string | null }) {
  const { words, locale } = usePage();
  const t = words.site.learn;
  return (
    <div className="note amber">
      <p>
        {reviewedOn === null ? t.notReviewed : t.lawyerReviewed({ date: calendarDay(locale, reviewedOn) })}{' '}
        <a href="/talk">{t.talkAbout}</a>
      </p>
    </div>
  );
}
