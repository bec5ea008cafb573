import { shortDate } from '@upstander/web-kit';
import { usePage } from '../request/page-context';
import type { MySchoolAskData } from './queries';

export function Steps({ steps }: Pick<MySchoolAskData, 'steps'>) {
  const { words, locale, timeZone } = usePage();
  const t = words.site.schools;
  if (steps.length === 0) return null;
  return (
    <section>
      <h2>{t.steps}</h2>
      <ol className="prose">
        {steps.map(({ status, at }) => (
          <li key={at}>{t.stepDone({ step: t.status[status], date: shortDate(locale, new Date(at), timeZone) })}</li>
        ))}
      </ol>
    </section>
  );
}
