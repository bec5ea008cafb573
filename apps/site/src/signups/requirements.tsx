import { dayAndTime, listText } from '@upstander/web-kit';
import type { ShiftChoiceData } from '../events/queries';
import { usePage } from '../request/page-context';

/** Lists the requirements of a shift before sign-up. Uses spans, because it is inside a label. */
export function Requirements({ shift }: { shift: ShiftChoiceData & { timeZone: string } }) {
  const { words, locale } = usePage();
  const t = words.site.credentials;
  if (shift.requirements.length === 0) return null;
  const nameOf = ({ type }: ShiftChoiceData['requirements'][number]) => (locale === 'es' ? type.nameEs : type.name);
  const listNames = (requirements: ShiftChoiceData['requirements']) => listText(locale, requirements.map(nameOf));
  const before = shift.requirements.filter(({ strict }) => strict);
  const byDay = shift.requirements.filter(({ strict }) => !strict);
  const due = byDay[0]?.dueAt;
  return (
    <>
      {before.length > 0 && <span className="small needs">{t.needs({ what: listNames(before) })}</span>}
      {due && (
        <span className="small needs">
          {t.needsByDay({ when: dayAndTime(locale, new Date(due), shift.timeZone), what: listNames(byDay) })}
        </span>
      )}
      {shift.requirements.map((one) => {
        const howToGet = locale === 'es' ? one.type.howToGetEs : one.type.howToGet;
        return howToGet === '' ? null : (
          <span key={one.type.id} className="small">
            {t.how({ name: nameOf(one), how: howToGet })}
          </span>
        );
      })}
    </>
  );
}
