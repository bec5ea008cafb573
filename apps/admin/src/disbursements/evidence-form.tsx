import { Text } from '@mantine/core';
import { moneyText } from '@upstander/web-kit';
import { useState } from 'react';
import { useChange } from '../api/use-api';
import { FileField, type KeptFile } from '../parts/forms/file-field';
import { Form } from '../parts/forms/form';
import { useMutationForm } from '../parts/forms/use-mutation-form';
import { calendarDay } from '../parts/ui/dates';
import { useWords } from '../words/words';
import { addEvidenceMutation, proofKinds } from './queries';
import type { Disbursement } from './disbursements';

export function EvidenceForm({ row, onDone }: { row: Disbursement; onDone: () => void }) {
  const { t, locale } = useWords('disbursements');
  const words = t.disbursements;
  const [file, setFile] = useState<KeptFile | null>(null);
  const [wrong, setWrong] = useState(false);
  const add = useChange(addEvidenceMutation, { quiet: true, success: () => words.evidenceAdded, onDone });
  const form = useMutationForm({
    initial: {},
    change: add,
    send: () => file && !wrong && add.mutate({ input: { id: row.id, evidenceFileId: file.id } }),
  });
  form.shown.add('evidenceFileId');
  return (
    <Form form={form} submitLabel={words.addEvidence} pendingLabel={words.addingEvidence} onCancel={onDone}>
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
        purpose="evidence"
        accept={proofKinds}
        value={file}
        onChange={setFile}
        onInvalid={setWrong}
        required
        error={form.tried && !file ? t.fieldReasons.required : undefined}
      />
    </Form>
  );
}
