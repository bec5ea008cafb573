import { Choice } from '../../forms/choice';
import { FieldError } from '../../forms/field';
import { usePage } from '../../request/page-context';

interface Props {
  name: string;
  question: string;
  why: string;
  value: string;
  error?: string | undefined;
  /** Label of a third answer for "not applicable". */
  notApplicableLabel?: string;
}

export function YesNo({ name, question, why, value, error, notApplicableLabel }: Props) {
  const t = usePage().words.site.business.opportunityForm;
  return (
    <fieldset className={error === undefined ? undefined : 'wrong'} aria-describedby={`${name}-why`}>
      <legend>{question}</legend>
      <p className="hint" id={`${name}-why`}>
        {why}
      </p>
      <FieldError id={`${name}-yes`} error={error} />
      <div className="segments">
        <Choice id={`${name}-yes`} name={name} value="yes" label={t.yes} checked={value === 'yes'} />
        <Choice id={`${name}-no`} name={name} value="no" label={t.no} checked={value === 'no'} />
        {notApplicableLabel !== undefined && (
          <Choice id={`${name}-none`} name={name} value="" label={notApplicableLabel} checked={value === ''} />
        )}
      </div>
    </fieldset>
  );
}
