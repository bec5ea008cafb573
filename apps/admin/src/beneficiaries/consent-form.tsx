import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useChange } from '../api/use-api';
import { FileField, type KeptFile } from '../parts/forms/file-field';
import { Form } from '../parts/forms/form';
import { useMutationForm } from '../parts/forms/use-mutation-form';
import { useToday } from '../session/settings';
import { useWords } from '../words/words';
import { updateBeneficiaryMutation } from './queries';

export function ConsentForm({ id, onDone }: { id: string; onDone: () => void }) {
  const today = useToday();
  const { t } = useWords('beneficiaries');
  const words = t.beneficiaries;
  const [file, setFile] = useState<KeptFile | null>(null);
  const update = useChange(updateBeneficiaryMutation, { quiet: true, success: () => words.saved, onDone });
  const form = useMutationForm({
    initial: { consentSignedOn: '', consentEndsOn: '' },
    required: ['consentSignedOn'],
    change: update,
    send: ({ consentSignedOn, consentEndsOn }) =>
      file &&
      update.mutate({
        input: { id, consentFileId: file.id, consentSignedOn, consentEndsOn: consentEndsOn || null },
      }),
  });
  const { field } = form;

  return (
    <Form form={form} submitLabel={words.saveConsent} pendingLabel={words.saving} onCancel={onDone}>
      <FileField
        label={words.consentFile}
        hint={words.consentHint}
        purpose="consent"
        accept="application/pdf,image/jpeg,image/png"
        value={file}
        onChange={setFile}
        required
        error={form.tried && !file ? t.fieldReasons.required : undefined}
      />
      <TextInput type="date" label={words.signedOn} max={today} {...field('consentSignedOn')} />
      <TextInput type="date" label={words.endsOn} description={words.endsOnHint} {...field('consentEndsOn')} />
    </Form>
  );
}
