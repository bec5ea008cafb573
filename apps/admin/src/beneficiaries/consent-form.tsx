import { Stack, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useChange } from '../api/use-api';
import { FileField, type KeptFile } from '../parts/forms/file-field';
import { FormFoot } from '../parts/forms/form-foot';
import { useFields } from '../parts/forms/use-fields';
import { today } from '../parts/ui/when';
import { useWords } from '../words/words';
import { updateBeneficiaryMutation } from './queries';

/** The signed paper, and for how long it holds. */
export function ConsentForm({ id, onDone }: { id: string; onDone: () => void }) {
  const { t } = useWords();
  const words = t.beneficiaries;
  const [file, setFile] = useState<KeptFile | null>(null);
  const [tried, setTried] = useState(false);
  const update = useChange(updateBeneficiaryMutation, { quiet: true, success: () => words.saved, onDone });
  const { values, field, complete, shown } = useFields(
    { consentSignedOn: '', consentEndsOn: '' },
    ['consentSignedOn'],
    update.error,
  );

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!complete() || !file || update.isPending) return;
    update.mutate({
      input: {
        id,
        consentFileId: file.id,
        consentSignedOn: values.consentSignedOn,
        consentEndsOn: values.consentEndsOn || null,
      },
    });
  };

  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <FileField
          label={words.consentFile}
          hint={words.consentHint}
          purpose="consent"
          accept="application/pdf,image/jpeg,image/png"
          value={file}
          onChange={setFile}
          required
          error={tried && !file ? t.fieldReasons.required : undefined}
        />
        <TextInput type="date" label={words.signedOn} max={today()} {...field('consentSignedOn')} />
        <TextInput type="date" label={words.endsOn} description={words.endsOnHint} {...field('consentEndsOn')} />
        <FormFoot
          submit={words.saveConsent}
          working={words.saving}
          pending={update.isPending}
          error={update.error}
          shown={shown}
          onCancel={onDone}
        />
      </Stack>
    </form>
  );
}
