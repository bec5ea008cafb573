import { Text } from '@mantine/core';
import { moneyText, models } from '@upstander/web-kit';
import { useChange } from '../api/use-api';
import { Form, useModelForm } from '../parts/forms/form';
import { calendarDay } from '../parts/ui/dates';
import { useWords } from '../words/words';
import { FormFile } from '../parts/forms/form-file';
import { addEvidenceMutation, proofKinds } from './queries';
import type { Disbursement } from './queries';

export function EvidenceForm({ row, onDone }: { row: Disbursement; onDone: () => void }) {
  const { t, locale } = useWords('disbursements');
  const words = t.disbursements;
  const add = useChange(addEvidenceMutation, { quiet: true, success: () => words.evidenceAdded, onDone });
  const form = useModelForm(models.AddDisbursementEvidenceInput, null, {
    omit: ['id'],
    labels: { evidenceFileId: t.shared.transferReceipt, evidenceFileIdHint: words.form.proofHint },
    change: add,
    send: (input) => add.mutate({ input: { ...input, id: row.id } }),
  });
  return (
    <Form form={form} submitLabel={words.addEvidence} pendingLabel={t.common.adding} onCancel={onDone}>
      <Text>
        {words.proofFor({
          amount: moneyText(locale, row.amount),
          who: row.beneficiaryName,
          day: calendarDay(locale, row.paidOn),
        })}{' '}
        {row.status === 'APPROVED' && words.evidencePublic}
      </Text>
      <FormFile form={form} name="evidenceFileId" purpose="evidence" accept={proofKinds} />
    </Form>
  );
}
