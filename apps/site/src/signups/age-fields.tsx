import type { ShiftChoiceData } from '../events/queries';
import type { FormError } from '../forms/error-summary';
import { Field } from '../forms/field';
import { Tick } from '../forms/tick';
import { usePage } from '../request/page-context';
import { signUpForm, type SignUpValues } from './sign-up-values';
import { requiredAge } from './eligibility';

interface Props {
  shifts: readonly ShiftChoiceData[];
  withMinors: boolean;
  values: Pick<SignUpValues, 'birthYear' | 'oldEnough'>;
  errors: readonly FormError[];
}

/** Asks for the volunteer's age, as a year or a checkbox, if a shift requires it. */
export function AgeFields({ shifts, withMinors, values, errors }: Props) {
  const t = usePage().words.site.signUp;
  const ages = new Set(shifts.flatMap((shift) => requiredAge(shift, withMinors) ?? []));
  if (ages.size === 0) return null;
  const [age] = ages;
  const field = signUpForm.controls(values, errors);
  const guardian = shifts.some(({ minimumAge }) => (minimumAge ?? 0) < 18);
  return (
    <fieldset className="age">
      <legend>{t.age}</legend>
      <p className="hint">
        {withMinors ? t.ageWithMinors : t.ageHint} {guardian && t.ageGuardian}
      </p>
      <Field {...field('birthYear')} label={t.birthYear} inputMode="numeric" autoComplete="bday-year" size={6} />
      <Tick
        id="oldEnough"
        label={ages.size === 1 ? t.oldEnough({ age: Number(age) }) : t.oldEnoughForMine}
        checked={values.oldEnough}
      />
    </fieldset>
  );
}
