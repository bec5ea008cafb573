import { FieldError } from '../forms/field';
import type { Control } from '../forms/form-of';
import { TextArea } from '../forms/text-area';
import { Tick } from '../forms/tick';
import { usePage } from '../request/page-context';

interface Props {
  /** How many one may bring. */
  most: number;
  field: (name: 'guests' | 'guestNames') => Control;
  /** Whether they would come with fewer; not asked where they have their places already. */
  takesFewer?: boolean;
}

/** Who comes along: how many, what they are called, and what shall be done where not all fit. */
export function PartyFields({ most, field, takesFewer }: Props) {
  const t = usePage().words.site.signUp;
  const guests = field('guests');
  const described = guests.error === undefined ? 'guests-hint' : 'guests-hint guests-error';
  return (
    <>
      <div className={guests.error === undefined ? 'field' : 'field wrong'}>
        <label htmlFor="guests">{t.guests}</label>
        <p className="hint" id="guests-hint">
          {t.guestsHint}
        </p>
        <FieldError id="guests" error={guests.error} />
        <select name="guests" id="guests" defaultValue={guests.defaultValue || '0'} aria-describedby={described}>
          {Array.from({ length: most + 1 }, (_, n) => (
            <option key={n} value={n}>
              {n === 0 ? t.guestsNobody : t.guestsSome({ n })}
            </option>
          ))}
        </select>
      </div>
      <TextArea {...field('guestNames')} label={t.guestNames} hint={t.guestNamesHint} rows={2} />
      {takesFewer !== undefined && (
        <Tick id="takesFewer" label={t.takesFewer} hint={t.takesFewerHint} checked={takesFewer} />
      )}
    </>
  );
}
