import { Radio, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useChange } from '../api/use-api';
import { Form } from '../parts/forms/form';
import { useMutationForm } from '../parts/forms/use-mutation-form';
import { useWords } from '../words/words';
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
  const record = useChange(recordEvidenceMutation, { quiet: true, success: () => words.recorded, onDone });
  const { required } = t.fieldReasons;
  const form = useMutationForm({
    initial: { passed: byMail ? 'no' : '', source: '', note: '' },
    required: ['passed'],
    // A passed check needs a source, a failed one a note.
    problems: ({ passed: answer, source, note }) => ({
      source: answer === 'yes' && source === '' ? required : undefined,
      note: answer === 'no' && note === '' ? required : undefined,
    }),
    change: record,
    send: ({ passed: answer, source, note }) =>
      record.mutate({
        input: {
          id: business.id,
          round: business.round,
          kind,
          passed: answer === 'yes',
          source: source || null,
          note: note || null,
        },
      }),
  });
  const { field, set } = form;
  const { passed } = form.values;
  return (
    <Form form={form} submitLabel={words.submit} pendingLabel={words.working} onCancel={onDone}>
      <Text>{words.how[kind]}</Text>
      {!byMail && (
        <Radio.Group
          label={words.question}
          required
          value={passed}
          onChange={(answer) => set('passed', answer)}
          error={field('passed').error}
        >
          <Stack gap={8} mt={6}>
            <Radio value="yes" label={words.yes} />
            <Radio value="no" label={words.no} />
          </Stack>
        </Radio.Group>
      )}
      <TextInput
        label={words.source}
        description={words.sourceHint[kind]}
        maxLength={500}
        {...field('source')}
        required={passed === 'yes'}
      />
      <Textarea
        label={words.note}
        description={words.noteHint}
        autosize
        minRows={2}
        maxLength={2000}
        {...field('note')}
        required={passed === 'no'}
      />
      {passed === 'no' && business.checklist.some((step) => step.kind === kind && step.required) && (
        <Text size="sm" c="var(--u-clay)">
          {business.status === 'APPROVED' ? words.undoesApproval : words.undoesYes}
        </Text>
      )}
    </Form>
  );
}
