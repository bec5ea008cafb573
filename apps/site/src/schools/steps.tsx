import { calendarDay } from '../money/money-format';
import { usePage } from '../request/page-context';
import type { MySchoolAskData } from './queries';

/** Where it came so far, the latest first. */
export function Steps({ steps }: Pick<MySchoolAskData, 'steps'>) {
  const { words, locale } = usePage();
  const t = words.site.schools;
  if (steps.length === 0) return null;
  return (
    <section>
      <h2>{t.steps}</h2>
      <ol className="prose">
        {steps.map(({ status, at }) => (
          <li key={at}>{t.stepDone({ step: t.status[status], date: calendarDay(locale, at.slice(0, 10)) })}</li>
        ))}
      </ol>
    </section>
  );
}
