import { Choice } from '../forms/choice';
import type { FormError } from '../forms/error-summary';
import { Field, FieldError } from '../forms/field';
import { TextArea } from '../forms/text-area';
import { usePage } from '../request/page-context';
import type { DedicationValues } from './dedication';

interface Props {
  values: DedicationValues | null;
  errors: readonly FormError[];
}

/** Asked after paying, never before: in whose honour or memory, and who is told of it (without the amount). */
export function DedicationForm({ values, errors }: Props) {
  const { words } = usePage();
  const t = words.site.thanks;
  const errorOf = (field: string): string | undefined => errors.find((error) => error.field === field)?.text;
  const kindError = errorOf('honour');
  return (
    <details className="fold panel dedication" open={values !== null}>
      <summary>{t.dedicateTitle}</summary>
      <p>{t.dedicateText}</p>
      <form method="post" noValidate>
        <fieldset className={kindError === undefined ? undefined : 'wrong'}>
          <legend>{t.dedicateKind}</legend>
          <FieldError id="honour" error={kindError} />
          <div className="segments">
            <Choice id="honour" name="kind" value="HONOUR" label={t.honour} checked={values?.kind === 'HONOUR'} />
            <Choice id="memory" name="kind" value="MEMORY" label={t.memory} checked={values?.kind === 'MEMORY'} />
          </div>
        </fieldset>
        <Field
          id="honouree"
          label={t.honouree}
          defaultValue={values?.honouree}
          error={errorOf('honouree')}
          maxLength={120}
          autoComplete="off"
        />
        <details className="fold" open={Boolean(values?.notifyEmail || values?.notifyName)}>
          <summary>{t.notifyFold}</summary>
          <p className="hint">{t.notifyHint}</p>
          <Field
            id="notifyName"
            label={t.notifyName}
            defaultValue={values?.notifyName}
            maxLength={120}
            autoComplete="off"
          />
          <Field
            id="notifyEmail"
            type="email"
            label={t.notifyEmail}
            defaultValue={values?.notifyEmail}
            error={errorOf('notifyEmail')}
            maxLength={254}
            autoComplete="off"
            spellCheck={false}
          />
          <TextArea
            id="message"
            label={t.dedicateMessage}
            defaultValue={values?.message ?? ''}
            rows={3}
            maxLength={500}
          />
        </details>
        <button className="button" name="do" value="dedicate">
          {t.dedicate}
        </button>
      </form>
    </details>
  );
}
