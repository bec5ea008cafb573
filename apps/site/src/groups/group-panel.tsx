import type { FormError } from '../forms/error-summary';
import { TextArea } from '../forms/text-area';
import { SubmitButton } from '../frame/button';
import { usePage } from '../request/page-context';
import type { MySignupData } from '../signups/my-signup';
import { NumberField } from './group-form';
import { changeGroupForm, type ChangeGroupValues } from './group-values';

interface Props {
  signup: MySignupData;
  currentPath: string;
  /** Typed values that contain errors. */
  submittedValues: ChangeGroupValues | null;
  errors: readonly FormError[];
}

export function GroupPanel({ signup, currentPath, submittedValues, errors }: Props) {
  const t = usePage().words.site.group;
  const { groupName, guests, minorGuests, guestNames, event } = signup;
  const hasMinors = event.withMinors || minorGuests > 0;
  const values = submittedValues ?? {
    people: String(1 + guests),
    minors: String(minorGuests),
    minorNames: guestNames.slice(0, minorGuests).filter(Boolean).join('\n'),
    names: guestNames.slice(minorGuests).filter(Boolean).join('\n'),
  };
  const field = changeGroupForm.controls(values, submittedValues ? errors : []);
  return (
    <section className="panel" aria-labelledby="group-heading">
      <h2 id="group-heading">{t.heading}</h2>
      <p>
        {t.summary({ group: groupName ?? '', n: 1 + guests })}
        {minorGuests > 0 && ` ${t.summaryMinors({ n: minorGuests })}`}{' '}
        {t.unnamed({ n: guests - guestNames.filter(Boolean).length })}
      </p>
      <details className="fold" open={submittedValues !== null}>
        <summary>{t.change}</summary>
        <form method="post" action={currentPath} noValidate>
          <NumberField {...field('people')} label={t.people} hint={t.cancelHint} />
          {hasMinors && <NumberField {...field('minors')} label={t.minors} />}
          {hasMinors && <TextArea {...field('minorNames')} label={t.minorNames} hint={t.namesHint} rows={6} />}
          <TextArea
            {...field('names')}
            label={hasMinors ? t.adultNames : t.names}
            hint={hasMinors ? undefined : t.namesHint}
            rows={hasMinors ? 3 : 6}
          />
          <SubmitButton action="group" label={t.save} look="quiet large" />
        </form>
      </details>
    </section>
  );
}
