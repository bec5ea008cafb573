import { Day, Hours } from '../events/event-times';
import type { EventData, ShiftChoiceData } from '../events/queries';
import { Choice } from '../forms/choice';
import type { FormError } from '../forms/error-summary';
import { Field, FieldError } from '../forms/field';
import { PersonFields } from '../forms/person-fields';
import { Tick } from '../forms/tick';
import { usePage } from '../request/page-context';
import { ShortageQuestion } from '../signups/party-fields';
import { groupForm, type GroupValues } from './group-values';

interface Props {
  event: Pick<EventData, 'slug' | 'withMinors' | 'timeZone'>;
  shifts: readonly ShiftChoiceData[];
  values: GroupValues;
  errors: readonly FormError[];
}

export function GroupForm({ event, shifts, values, errors }: Props) {
  const t = usePage().words.site.group;
  const signUp = usePage().words.site.signUp;
  const field = groupForm.controls(values, errors);
  const smallestAge = Math.min(...shifts.map(({ minimumAge }) => minimumAge ?? 0));
  const fewer = field('acceptsFewerGuests').error;
  return (
    <form className="sign-up" method="post" noValidate>
      <input type="hidden" name="key" value={values.key} />
      <ShiftField shifts={shifts} timeZone={event.timeZone} chosen={values.shift} error={field('shift').error} />
      <Field {...field('groupName')} label={t.groupName} hint={t.groupNameHint} autoComplete="organization" required />
      <NumberField {...field('people')} label={t.people} hint={t.peopleHint} />
      {event.withMinors && smallestAge < 18 && (
        <NumberField {...field('minors')} label={t.minors} hint={t.minorsHint} />
      )}
      {fewer !== undefined && <ShortageQuestion answer={values.acceptsFewerGuests} error={fewer} />}
      <PersonFields words={t} field={field} />
      <Field {...field('phone')} type="tel" label={t.phone} hint={t.phoneHint} autoComplete="tel" />
      <AgeField
        shifts={shifts}
        withMinors={event.withMinors}
        checked={values.oldEnough}
        error={field('oldEnough').error}
      />
      <button className="button large">{t.send}</button>
      <p className="small">
        {signUp.lead} <a href="/privacy">{signUp.privacy}</a>
      </p>
    </form>
  );
}

type NumberFieldProps = Parameters<typeof Field>[0];

export function NumberField(props: NumberFieldProps) {
  return <Field {...props} inputMode="numeric" size={4} />;
}

interface ShiftFieldProps {
  shifts: readonly ShiftChoiceData[];
  timeZone: string;
  chosen: string;
  error: string | undefined;
}

function ShiftField({ shifts, timeZone, chosen, error }: ShiftFieldProps) {
  const { words } = usePage();
  const t = words.site.signUp;
  const [onlyShift] = shifts;
  if (shifts.length === 1) return <input type="hidden" name="shift" value={onlyShift?.id} />;
  return (
    <fieldset className={error === undefined ? undefined : 'wrong'}>
      <legend>{words.site.group.shift}</legend>
      <FieldError id="shift" error={error} />
      {shifts.map((shift, index) => (
        <Choice
          key={shift.id}
          id={index === 0 ? 'shift' : `shift-${shift.id}`}
          name="shift"
          value={shift.id}
          checked={shift.id === chosen}
          label={shift.role}
          hint={
            <>
              <Day span={{ ...shift, timeZone }} />, <Hours span={{ ...shift, timeZone }} showZone={false} />
              {' · '}
              {shift.placesLeft === 0 || shift.waiting > 0
                ? t.joinWaitlist({ waiting: shift.waiting })
                : t.placesLeft({ n: shift.placesLeft })}
            </>
          }
        />
      ))}
    </fieldset>
  );
}

interface AgeFieldProps {
  shifts: ReadonlyArray<Pick<ShiftChoiceData, 'minimumAge'>>;
  withMinors: boolean;
  checked: boolean;
  error: string | undefined;
}

/** One answer for everyone in the group. */
function AgeField({ shifts, withMinors, checked, error }: AgeFieldProps) {
  const t = usePage().words.site.group;
  const age = Math.max(...shifts.map(({ minimumAge }) => minimumAge ?? 0));
  if (!withMinors && age === 0) return null;
  const label = !withMinors || age >= 18 ? t.allOldEnough({ age }) : age > 0 ? t.isAdultAndAge({ age }) : t.isAdult;
  return (
    <div className="age">
      <FieldError id="oldEnough" error={error} />
      <Tick id="oldEnough" label={label} checked={checked} />
    </div>
  );
}
