import { Choices } from '../forms/choices';
import type { FormError } from '../forms/error-summary';
import { Field } from '../forms/field';
import { usePage } from '../request/page-context';
import { dedicationForm, type DedicationValues } from './dedication';

interface Props {
  values: Partial<DedicationValues> | null;
  errors: readonly FormError[];
}

/** The kind of dedication and the name of the person. */
export function DedicationFields({ values, errors }: Props) {
  const t = usePage().words.site.thanks;
  const field = dedicationForm.controls(values ?? {}, errors);
  return (
    <>
      <Choices
        {...field('kind')}
        legend={t.dedicateKind}
        row="segments"
        options={[
          { value: 'HONOUR', label: t.honour },
          { value: 'MEMORY', label: t.memory },
        ]}
      />
      <Field {...field('honoree')} label={t.honoree} autoComplete="off" />
    </>
  );
}

/** The person to notify by email. The email does not mention the amount. */
export function NoticeFields({ values, errors }: Props) {
  const t = usePage().words.site.thanks;
  const field = dedicationForm.controls(values ?? {}, errors);
  return (
    <>
      <p className="hint">{t.notifyHint}</p>
      <Field {...field('notifyName')} label={t.notifyName} autoComplete="off" />
      <Field {...field('notifyEmail')} type="email" label={t.notifyEmail} autoComplete="off" spellCheck={false} />
    </>
  );
}
