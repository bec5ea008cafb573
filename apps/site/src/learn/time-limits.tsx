import { useLoaderData } from 'react-router';
import type { LoaderFunctionArgs } from 'react-router';
import { queryApi } from '../api/ask';
import { BackLink } from '../frame/back-link';
import { ButtonLink } from '../frame/button';
import { PageHead } from '../frame/page-head';
import { calendarDay } from '../money/money-format';
import { usePage } from '../request/page-context';
import type { Handle } from '../request/site-routes';
import { LeaveNote } from '../safety/leave-note';
import { LegalNote } from './legal-note';
import { TimeLimits, type TimeLimitData } from './queries';
import { IfPage } from '../request/features';

export const handle: Handle = { reusable: true, sheet: 'reading' };

export async function loader({ context }: LoaderFunctionArgs) {
  return queryApi(context, TimeLimits, {});
}

/** The page asks nothing and sends nothing. */
export default function TimeLimitsPage() {
  const { words } = usePage();
  const { timeLimits } = useLoaderData<typeof loader>();
  const t = words.site.learn;
  const reviewed = timeLimits.map(({ reviewedOn }) => reviewedOn);
  const isReviewed = reviewed.length > 0 && reviewed.every((day) => day !== null);
  const places = [...new Set(timeLimits.map(({ jurisdiction }) => jurisdiction))];
  return (
    <article className="narrow article">
      <PageHead title={t.limits} description={t.limitsLead} isPlain />
      <BackLink to="/learn">{t.title}</BackLink>
      <h1>{t.limits}</h1>
      <p className="lead">{t.limitsLead}</p>
      <LegalNote reviewedOn={isReviewed ? reviewed.filter((day) => day !== null).sort()[0]! : null} />
      <LeaveNote />
      {places.map((place) => (
        <section key={place} aria-labelledby={`place-${place}`}>
          <h2 id={`place-${place}`}>{words.enums.jurisdiction[place]}</h2>
          <dl className="answers">
            {timeLimits
              .filter(({ jurisdiction }) => jurisdiction === place)
              .map((limit) => (
                <Limit key={limit.id} limit={limit} />
              ))}
          </dl>
        </section>
      ))}
      <p>{t.limitsOther}</p>
      <p className="actions">
        <IfPage path="/talk">
          <ButtonLink to="/talk" label={t.talk} />
        </IfPage>{' '}
        <ButtonLink to="/learn/money-you-may-be-owed" label={t.limitsMore} look="quiet" />
      </p>
    </article>
  );
}

function Limit({ limit }: { limit: TimeLimitData }) {
  const { words, locale } = usePage();
  const t = words.site.learn;
  return (
    <div>
      <dt>{words.enums.legalRemedy[limit.remedy]}</dt>
      <dd>
        {locale === 'es' ? limit.ruleEs : limit.rule}
        <br />
        <span className="small">
          {t.limitsSource}{' '}
          <a href={limit.sourceUrl} rel="noreferrer" lang="en">
            {limit.sourceTitle}
          </a>
          , {limit.sourceYear}.{' '}
          {limit.reviewedOn === null
            ? t.limitsWritten({ date: calendarDay(locale, limit.writtenOn) })
            : t.lawyerReviewed({ date: calendarDay(locale, limit.reviewedOn) })}
        </span>
        {limit.stale && <strong className="small"> {t.limitsStale}</strong>}
      </dd>
    </div>
  );
}
