import { Text } from '@mantine/core';
import { models } from '@upstander/web-kit';
import { useChange } from '../api/use-api';
import { Form, useModelForm } from '../parts/forms/form';
import { useWords } from '../words/words';
import { FormField } from '../parts/forms/form-field';
import { choiceOf } from '../parts/forms/form-only-fields';
import { recordEvidenceMutation, type Business, type EvidenceKind } from './queries';

interface EvidenceFormProps {
  business: Business;
  kind: EvidenceKind;
  onDone: () => void;
}

export function EvidenceForm({ business, kind, onDone }: EvidenceFormProps) {
  const { t } = useWords('businesses');
  const words = t.businesses.evidence;
  // The email verifies itself. Staff can only record a problem with it.
  const byMail = kind === 'DOMAIN_MAIL';
  const record = useChange(recordEvidenceMutation, { quiet: true, success: () => t.shared.recorded, onDone });
  const { required } = t.fieldReasons;
  const form = useModelForm({ ...models.RecordEvidenceInput, passed: choiceOf('yes', 'no') }, null, {
    omit: ['id', 'round', 'kind'],
    labels: { ...words, passed: words.question, sourceHint: words.sourceHint[kind] },
    initial: { passed: byMail ? 'no' : '' },
    limits: { source: 500, note: 2000 },
    // A passed check needs a source, a failed one a note.
    problems: ({ passed: answer, source, note }) => ({
      source: answer === 'yes' && source === '' ? required : undefined,
      note: answer === 'no' && note === '' ? required : undefined,
    }),
    change: record,
    send: (input) =>
      record.mutate({
        input: { ...input, id: business.id, round: business.round, kind, passed: input.passed === 'yes' },
      }),
  });
  const { passed } = form.values;
  return (
    <Form form={form} submitLabel={words.submit} pendingLabel={t.common.recording} onCancel={onDone}>
      <Text>{words.how[kind]}</Text>
      {!byMail && (
        <FormField
          form={form}
          name="passed"
          as="radio"
          choices={[
            { value: 'yes', label: words.yes },
            { value: 'no', label: words.no },
          ]}
        />
      )}
      <FormField form={form} name="source" required={passed === 'yes'} />
      <FormField form={form} name="note" as="textarea" required={passed === 'no'} />
      {passed === 'no' && business.checklist.some((step) => step.kind === kind && step.required) && (
        <Text size="sm" c="var(--u-clay)">
          {business.status === 'APPROVED' ? words.undoesApproval : words.undoesYes}
        </Text>
      )}
    </Form>
  );
}
