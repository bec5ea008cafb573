import { FieldError } from '../forms/field';
import type { Control } from '../forms/form-of';
import { TextArea } from '../forms/text-area';
import { Tick } from '../forms/tick';
import { usePage } from '../request/page-context';

interface Props {
  most: number;
  field: (name: 'guests' | 'guestNames') => Control;
  /**
   * The choice if there isn't room for everyone: '1' to come with fewer, '0' to wait together, or empty. Omitted if
   * they have their places.
   */
  takesFewer?: { answer: string; error: string | undefined };
}

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
      {takesFewer !== undefined && <ShortageQuestion {...takesFewer} />}
    </>
  );
}

/** A checkbox in advance, or a choice between two options once we know that there are too few places. */
function ShortageQuestion({ answer, error }: { answer: string; error: string | undefined }) {
  const t = usePage().words.site.signUp;
  if (error === undefined && answer !== '0') {
    return <Tick id="takesFewer" label={t.takesFewer} hint={t.takesFewerHint} checked={answer === '1'} />;
  }
  const ways = [
    { id: 'takesFewer', value: '1', label: t.spotsTake, hint: t.spotsTakeHint },
    { id: 'takesFewer-wait', value: '0', label: t.spotsWait, hint: t.spotsWaitHint },
  ];
  return (
    <fieldset
      className={error === undefined ? undefined : 'wrong'}
      aria-describedby={error === undefined ? undefined : 'takesFewer-error'}
    >
      <legend>{t.spotsChoice}</legend>
      <FieldError id="takesFewer" error={error} />
      {ways.map(({ id, value, label, hint }) => (
        <div className="choice" key={id}>
          <input type="radio" name="takesFewer" id={id} value={value} defaultChecked={answer === value} />
          <label htmlFor={id}>
            <b>{label}</b>
            <span className="small">{hint}</span>
          </label>
        </div>
      ))}
    </fieldset>
  );
}
