import type { FormError } from '../forms/error-summary';
import { TextArea } from '../forms/text-area';
import { SubmitButton } from '../frame/button';
import { usePage } from '../request/page-context';
import { DedicationFields, NoticeFields } from './dedication-fields';
import { dedicationForm, type DedicationValues } from './dedication';
import type { MyGiftData } from './queries';

interface Props {
  values: DedicationValues | null;
  /** The saved dedication, if it's being edited. */
  savedDedication?: MyGiftData['dedication'];
  errors: readonly FormError[];
}

/** Shown after the payment. The notified person doesn't learn the amount. */
export function DedicationForm({ values: typed, savedDedication = null, errors }: Props) {
  const { words } = usePage();
  const t = words.site.thanks;
  const values = typed ?? (savedDedication && dedicationForm.valuesOf(savedDedication));
  const field = dedicationForm.controls(values ?? {}, errors);
  return (
    <details className="fold panel dedication" open={typed !== null}>
      <summary>{savedDedication === null ? t.dedicateTitle : t.dedicateChange}</summary>
      {savedDedication === null && <p>{t.dedicateText}</p>}
      <form method="post" noValidate>
        <DedicationFields values={values} errors={errors} />
        <details className="fold" open={Boolean(values?.notifyEmail || values?.notifyName)}>
          <summary>{t.notifyFold}</summary>
          <NoticeFields values={values} errors={errors} />
          <TextArea {...field('message')} label={t.dedicateMessage} rows={3} />
        </details>
        <SubmitButton action="dedicate" label={savedDedication === null ? t.dedicate : t.dedicateSave} />
      </form>
    </details>
  );
}
