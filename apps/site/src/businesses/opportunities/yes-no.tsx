import { Choices } from '../../forms/choices';
import { usePage } from '../../request/page-context';

interface Props {
  id: string;
  question: string;
  reason: string;
  /** Null is no answer yet, or "not applicable". */
  value: boolean | null;
  error?: string | undefined;
  notApplicableLabel?: string | undefined;
}

export function YesNo({ id, question, reason, value, error, notApplicableLabel }: Props) {
  const t = usePage().words.site.business.opportunityForm;
  const options = [
    { value: 'yes', label: t.yes },
    { value: 'no', label: t.no },
    ...(notApplicableLabel === undefined ? [] : [{ value: '', label: notApplicableLabel }]),
  ];
  const chosen = value === null ? '' : value ? 'yes' : 'no';
  return (
    <Choices
      id={id}
      legend={question}
      hint={reason}
      defaultValue={chosen}
      error={error}
      row="segments"
      options={options}
    />
  );
}
