import { Stack, Text } from '@mantine/core';
import { moneyText } from '@upstander/web-kit';
import { useState, type FormEvent } from 'react';
import { useChange } from '../api/use-api';
import { FileField, type KeptFile } from '../parts/forms/file-field';
import { FormFoot } from '../parts/forms/form-foot';
import { calendarDay } from '../parts/ui/when';
import { useWords } from '../words/words';
import { addEvidenceMutation, proofKinds, type Disbursement } from './queries';

/** The receipt of a transfer that was recorded without one. */
export function EvidenceForm({ row, onDone }: { row: Disbursement; onDone: () => void }) {
  const { t, locale } = useWords();
  const words = t.disbursements;
  const [file, setFile] = useState<KeptFile | null>(null);
  const [missing, setMissing] = useState(false);
  const [wrong, setWrong] = useState(false);
  const add = useChange(addEvidenceMutation, { quiet: true, success: () => words.evidenceAdded, onDone });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setMissing(!file);
    if (file && !wrong && !add.isPending) add.mutate({ input: { id: row.id, evidenceFileId: file.id } });
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <Text>
          {words.proofFor({
            amount: moneyText(locale, row.amount),
            who: row.beneficiaryName,
            day: calendarDay(locale, row.paidOn),
          })}{' '}
          {row.status === 'APPROVED' && words.evidencePublic}
        </Text>
        <FileField
          label={words.proof}
          hint={words.form.proofHint}
          purpose="proof"
          accept={proofKinds}
          value={file}
          onChange={setFile}
          onWrong={setWrong}
          required
          error={missing && !file ? t.fieldReasons.required : undefined}
        />
        <FormFoot
          submit={words.addEvidence}
          working={words.addingEvidence}
          pending={add.isPending}
          error={add.error}
          shown={new Set(['evidenceFileId'])}
          onCancel={onDone}
        />
      </Stack>
    </form>
  );
}
