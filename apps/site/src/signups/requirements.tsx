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
    </>
  );
}

/** Folded below the label, which can't contain it. */
export function HowToGet({ requirements }: Pick<ShiftChoiceData, 'requirements'>) {
  const { words, locale } = usePage();
  const t = words.site.credentials;
  const instructions = requirements.flatMap(({ type }) => {
    const how = locale === 'es' ? type.howToGetEs : type.howToGet;
    return how === '' ? [] : [{ id: type.id, text: t.how({ name: locale === 'es' ? type.nameEs : type.name, how }) }];
  });
  if (instructions.length === 0) return null;
  return (
    <details className="how">
      <summary>{t.howFold}</summary>
      {instructions.map(({ id, text }) => (
        <p key={id} className="small">
          {text}
        </p>
      ))}
    </details>
  );
}
