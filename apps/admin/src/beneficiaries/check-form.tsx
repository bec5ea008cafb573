import { limits } from '@upstander/web-kit';
import { Radio, Stack, Textarea, TextInput } from '@mantine/core';
import type { FormEvent } from 'react';
import { useChange } from '../api/use-api';
import { FormFoot } from '../parts/forms/form-foot';
import { useFields } from '../parts/forms/use-fields';
import { today } from '../parts/ui/when';
import { useWords } from '../words/words';
import { recordCheckMutation, type Duty } from './queries';

interface CheckFormProps {
  beneficiaryId: string;
  duty: Duty;
  onDone: () => void;
}

/** Somebody looked: what they found, where, and for how long it counts. Checks are added, never changed. */
export function CheckForm({ beneficiaryId, duty, onDone }: CheckFormProps) {
  const { t } = useWords();
  const words = t.beneficiaries;
  const record = useChange(recordCheckMutation, { quiet: true, success: () => words.checked, onDone });
  const { values, field, set, complete, shown } = useFields(
    { passed: '', source: duty.source ?? '', validUntil: '', note: '' },
    ['passed', 'source'],
    record.error,
  );
  const passed = field('passed');

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!complete() || record.isPending) return;
    record.mutate({
      input: {
        beneficiaryId,
        duty: duty.duty,
        passed: values.passed === 'yes',
        source: values.source.trim(),
        note: values.note.trim() || null,
        validUntil: values.validUntil || null,
      },
    });
  };

  return (
    <form onSubmit={submit} noValidate>
      <Stack>
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
        <TextInput
          label={words.sourceLabel}
          description={words.sourceHint}
          maxLength={limits.BeneficiaryCheck.source}
          {...field('source')}
        />
        <TextInput
          type="date"
          label={words.validLabel}
          description={words.validHint}
          min={today()}
          {...field('validUntil')}
        />
        <Textarea
          label={words.noteLabel}
          autosize
          minRows={2}
          maxLength={limits.BeneficiaryCheck.note}
          {...field('note')}
        />
        <FormFoot
          submit={words.checkSubmit}
          working={words.checking}
          pending={record.isPending}
          error={record.error}
          shown={shown}
          onCancel={onDone}
        />
      </Stack>
    </form>
  );
}
