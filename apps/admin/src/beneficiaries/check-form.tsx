import { models } from '@upstander/web-kit';
import { useChange } from '../api/use-api';
import { Form, useModelForm } from '../parts/forms/form';
import { useToday } from '../session/settings';
import { useWords } from '../words/words';
import { FormField } from '../parts/forms/form-field';
import { choiceOf } from '../parts/forms/form-only-fields';
import { recordCheckMutation, type Duty } from './queries';

interface CheckFormProps {
  beneficiaryId: string;
  duty: Duty;
  onDone: () => void;
}

/** Checks are added, never changed. */
export function CheckForm({ beneficiaryId, duty, onDone }: CheckFormProps) {
  const today = useToday();
  const { t } = useWords('beneficiaries');
  const words = t.beneficiaries;
  const record = useChange(recordCheckMutation, { quiet: true, success: () => words.checked, onDone });
  const form = useModelForm({ ...models.RecordBeneficiaryCheckInput, passed: choiceOf('yes', 'no') }, null, {
    omit: ['beneficiaryId', 'duty'],
    labels: {
      ...words,
      source: t.shared.source,
      validUntil: words.validLabel,
      validUntilHint: words.validHint,
      note: t.shared.note,
    },
    initial: { source: duty.source ?? '' },
    required: ['source'],
    change: record,
    send: (input) =>
      record.mutate({ input: { ...input, beneficiaryId, duty: duty.duty, passed: input.passed === 'yes' } }),
  });

  return (
    <Form form={form} submitLabel={words.checkSubmit} pendingLabel={t.common.recording} onCancel={onDone}>
      <FormField
        form={form}
        name="passed"
        as="radio"
        choices={[
          { value: 'yes', label: words.isKept },
          { value: 'no', label: words.isNotKept },
        ]}
      />
      <FormField form={form} name="source" />
      <FormField form={form} name="validUntil" min={today} />
      <FormField form={form} name="note" as="textarea" />
    </Form>
  );
}
