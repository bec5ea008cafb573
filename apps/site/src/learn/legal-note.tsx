import { calendarDay } from '../money/money-format';
import { usePage } from '../request/page-context';
import { IfPage } from '../request/features';

/** Shows if a lawyer has reviewed a page about the law, and links to legal help. */
export function LegalNote({ reviewedOn }: { reviewedOn: string | null }) {
  const { words, locale } = usePage();
  const t = words.site.learn;
  return (
    <div className="note amber">
      <p>
        {reviewedOn === null ? t.notReviewed : t.lawyerReviewed({ date: calendarDay(locale, reviewedOn) })}{' '}
        <IfPage path="/talk">
          <a href="/talk">{t.talkAbout}</a>
        </IfPage>
      </p>
    </div>
  );
}
