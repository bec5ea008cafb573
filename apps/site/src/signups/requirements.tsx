import { dayAndTime, listText } from '@upstander/web-kit';
import type { ShiftChoiceData } from '../events/queries';
import { usePage } from '../request/page-context';

/** Uses spans, because it is inside a label. */
export function Requirements({ shift }: { shift: ShiftChoiceData & { timeZone: string } }) {
  const { words, locale } = usePage();
  const t = words.site.credentials;
  if (shift.requirements.length === 0) return null;
  const nameOf = ({ type }: ShiftChoiceData['requirements'][number]) => (locale === 'es' ? type.nameEs : type.name);
  const listNames = (requirements: ShiftChoiceData['requirements']) => listText(locale, requirements.map(nameOf));
  const requiredBefore = shift.requirements.filter(({ isRequiredToSignUp }) => isRequiredToSignUp);
  const requiredByDay = shift.requirements.filter(({ isRequiredToSignUp }) => !isRequiredToSignUp);
  const dueAt = requiredByDay[0]?.dueAt;
  return (
    <>
      {requiredBefore.length > 0 && <span className="small needs">{t.needs({ what: listNames(requiredBefore) })}</span>}
      {dueAt && (
        <span className="small needs">
          {t.needsByDay({ when: dayAndTime(locale, new Date(dueAt), shift.timeZone), what: listNames(requiredByDay) })}
        </span>
      )}
      {shift.requirements.map((requirement) => {
        const instructions = locale === 'es' ? requirement.type.howToGetEs : requirement.type.howToGet;
        return instructions === '' ? null : (
          <span key={requirement.type.id} className="small">
            {t.how({ name: nameOf(requirement), how: instructions })}
          </span>
        );
      })}
    </>
  );
}
