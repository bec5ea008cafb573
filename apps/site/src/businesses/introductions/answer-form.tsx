import { shortDate } from '@upstander/web-kit';
import { SubmitButton } from '../../frame/button';
import { usePage } from '../../request/page-context';
import { OriginalText } from './original-text';
import type { IntroductionData } from './queries';

/** Shows everything a business learns about an applicant. It contains no identity. */
export function SharedDetails({ business, introduction }: { business: string; introduction: IntroductionData }) {
  const { words, locale, timeZone } = usePage();
  const t = words.site.business.inbox;
  const { opportunityTitle, opportunityId, shares, availability, createdAt } = introduction;
  return (
    <>
      <p className="lead">
        <a href={`/business/${business}/opportunities/${opportunityId}`}>
          {t.forOpportunity({ title: opportunityTitle })}
        </a>
        <br />
        <span className="small">{t.since({ day: shortDate(locale, new Date(createdAt), timeZone) })}</span>
      </p>
      <section className="panel">
        <h2>{t.shares}</h2>
        <OriginalText text={shares} />
        {availability !== null && availability !== '' && (
          <>
            <h2>{t.availability}</h2>
            <OriginalText text={availability} />
          </>
        )}
        <p className="small">{t.alias}</p>
      </section>
    </>
  );
}

/** The answer can be changed while the introduction is active. */
export function AnswerForm({ introduction: { answer } }: { introduction: IntroductionData }) {
  const t = usePage().words.site.business.inbox;
  return (
    <form className="panel" method="post">
      <h2>{t.question}</h2>
      {answer !== null && (
        <p>
          <span className={answer === 'INTERESTED' ? 'badge green' : 'badge'}>{t.answer[answer]}</span>
        </p>
      )}
      <p className="actions first">
        {answer !== 'INTERESTED' && <SubmitButton name="answer" action="INTERESTED" label={t.interested} />}
        {answer !== 'NOT_NOW' && <SubmitButton name="answer" action="NOT_NOW" label={t.notNow} look="quiet" />}
      </p>
      <p className="small">{t.questionHint}</p>
    </form>
  );
}
