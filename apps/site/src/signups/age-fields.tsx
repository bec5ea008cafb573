import type { ShiftChoiceData } from '../events/queries';
import type { FormError } from '../forms/error-summary';
import { Field } from '../forms/field';
import { Tick } from '../forms/tick';
import { usePage } from '../request/page-context';
import { signUpForm, type SignUpValues } from './sign-up-values';
import { requiredAge } from './eligibility';

interface Props {
  shifts: ReadonlyArray<Pick<ShiftChoiceData, 'minimumAge'>>;
  withMinors: boolean;
  values: Pick<SignUpValues, 'birthYear' | 'oldEnough'>;
  errors: readonly FormError[];
}

/** Asks for the volunteer's age, with a checkbox or a year, if a shift requires it. */
export function AgeFields({ shifts, withMinors, values, errors }: Props) {
  const t = usePage().words.site.signUp;
  const ages = new Set(shifts.flatMap((shift) => requiredAge(shift, withMinors) ?? []));
  if (ages.size === 0) return null;
  const [age] = ages;
  const birthYear = signUpForm.controls(values, errors)('birthYear');
  const guardian = shifts.some(({ minimumAge }) => (minimumAge ?? 0) < 18);
  return (
    <div className="age">
      <Tick
        id="oldEnough"
        label={ages.size === 1 ? t.oldEnough({ age: Number(age) }) : t.oldEnoughForMine}
        hint={withMinors ? t.ageWithMinors : undefined}
        checked={values.oldEnough}
      />
      <details className="fold" open={values.birthYear !== '' || birthYear.error !== undefined}>
        <summary>{t.ageFold}</summary>
        <Field
          {...birthYear}
          label={t.birthYear}
          hint={guardian ? t.ageGuardian : undefined}
          inputMode="numeric"
          autoComplete="bday-year"
          size={6}
        />
      </details>
    </div>
  );
}
