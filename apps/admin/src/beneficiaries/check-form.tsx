import { limits } from '@upstander/web-kit';
import { Radio, Stack, Textarea, TextInput } from '@mantine/core';
import { useChange } from '../api/use-api';
import { Form } from '../parts/forms/form';
import { useMutationForm } from '../parts/forms/use-mutation-form';
import { useToday } from '../session/settings';
import { useWords } from '../words/words';
import { recordCheckMutation, type Duty } from './queries';

interface CheckFormProps {
  beneficiaryId: string;
  duty: Duty;
  onDone: () => void;
}

/** Records a compliance check: result, source and expiry. Checks are added, never changed. */
export function CheckForm({ beneficiaryId, duty, onDone }: CheckFormProps) {
  const today = useToday();
  const { t } = useWords('beneficiaries');
  const words = t.beneficiaries;
  const record = useChange(recordCheckMutation, { quiet: true, success: () => words.checked, onDone });
  const form = useMutationForm({
    initial: { passed: '', source: duty.source ?? '', validUntil: '', note: '' },
    required: ['passed', 'source'],
    limits: limits.BeneficiaryCheck,
    change: record,
    send: (values) => {
      record.mutate({
        input: {
          beneficiaryId,
          duty: duty.duty,
          passed: values.passed === 'yes',
          source: values.source,
          note: values.note || null,
          validUntil: values.validUntil || null,
        },
      });
    },
  });
  const { values, field, set } = form;
  const passed = field('passed');

  return (
    <Form form={form} submitLabel={words.checkSubmit} pendingLabel={words.checking} onCancel={onDone}>
      <Radio.Group
        label={words.passed}
        size="md"
        required
        value={values.passed}
        onChange={(value) => set('passed', value)}
        error={passed.error}
      >
        <Stack gap={8} mt={8}>
          <Radio value="yes" label={words.isKept} />
          <Radio value="no" label={words.isNotKept} />
        </Stack>
      </Radio.Group>
      <TextInput label={words.sourceLabel} description={words.sourceHint} {...field('source')} />
      <TextInput
        type="date"
        label={words.validLabel}
        description={words.validHint}
        min={today}
        {...field('validUntil')}
      />
      <Textarea label={words.noteLabel} autosize minRows={2} {...field('note')} />
    </Form>
  );
}
