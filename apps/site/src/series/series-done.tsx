import { dayText, refusalText } from '@upstander/web-kit';
import { contentLanguage } from '../events/content-language';
import { Icon } from '../frame/icons';
import { PersonalPage } from '../frame/personal-page';
import { usePage } from '../request/page-context';
import type { SeriesData } from './queries';
import type { DateReceipt } from './series-receipt';

interface Props {
  series: Pick<SeriesData, 'slug' | 'title' | 'template'>;
  dates: readonly DateReceipt[];
  isKnown: boolean;
  isEvery: boolean;
  hasMore: boolean;
  mailedTo: string | null;
}

/** The confirmation of a sign-up for a series, with the outcome of each date. */
export function SeriesDone({ series, dates, isKnown, isEvery, hasMore, mailedTo }: Props) {
  const { words, locale } = usePage();
  const t = words.site.series;
  const done = words.site.done;
  const title = isKnown ? t.doneKnownTitle : t.doneTitle;
  const emailStep = isKnown
    ? done.stepMailKnown
    : mailedTo === null
      ? done.stepMail
      : done.stepMailTo({ email: mailedTo });
  const steps = [
    emailStep,
    ...(isKnown ? [] : [done.stepConfirm]),
    ...(hasMore ? [t.doneMore] : []),
    ...(isEvery ? [t.doneLater] : []),
    done.stepReminder,
    isEvery ? t.stepSkip : done.stepCancel,
  ];
  return (
    <PersonalPage title={title} heading={null} className="narrow done">
      <p className="seal">
        <Icon name="check" />
      </p>
      <h1>{title}</h1>
      <p className="lead">{isKnown ? t.doneKnownLead : t.doneLead}</p>
      <section className="panel" aria-labelledby="your-dates">
        <h2 id="your-dates">{t.yourDates}</h2>
        <p className="shift-title">
          <a href={`/events/${series.slug}`} lang={contentLanguage(series.template.languages, locale)}>
            {series.title}
          </a>
        </p>
        <ul>
          {dates.map((date) => (
            <li key={date.day}>
              <DateLine date={date} />
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="next">
        <h2 id="next">{done.next}</h2>
        <ol className="timeline">
          {steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </section>
      {!isKnown && (
        <section className="aside" aria-labelledby="no-mail">
          <h2 id="no-mail">{done.noMailHeading}</h2>
          <p>{mailedTo === null ? done.noMail : done.noMailTo({ email: mailedTo })}</p>
        </section>
      )}
    </PersonalPage>
  );
}

function DateLine({ date: { day, status, position, refusal } }: { date: DateReceipt }) {
  const { words, locale, quarter } = usePage();
  const t = words.site.done;
  const at = new Date(`${day}T12:00:00Z`);
  const text = dayText(locale, at, 'UTC', quarter.getUTCFullYear());
  return (
    <>
      <b>{text.charAt(0).toLocaleUpperCase(locale) + text.slice(1)}</b>{' '}
      {status === 'CONFIRMED' && <span className="badge green">{t.severalPlace}</span>}
      {status === 'WAITLISTED' && <span className="badge amber">{t.severalWaits({ position: position ?? 0 })}</span>}
      {status === 'REFUSED' && (
        <>
          <span className="badge clay">{t.severalRefused}</span> {refusalText(words, refusal ?? '')}
        </>
      )}
    </>
  );
}
