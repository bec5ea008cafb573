import { moneyText } from '@upstander/web-kit';
import { ConfirmChange } from '../parts/ui/confirm';
import { Dialog } from '../parts/ui/dialog';
import { calendarDay } from '../parts/ui/dates';
import { useWords } from '../words/words';
import { EvidenceForm } from './evidence-form';
import { approveMutation, refuseMutation } from './queries';
import type { Disbursement } from './disbursements';

export interface Deciding {
  how: 'approve' | 'refuse' | 'evidence';
  row: Disbursement;
}

export function DecideDialogs({ deciding, onClose }: { deciding: Deciding | null; onClose: () => void }) {
  const words = useWords('disbursements').t.disbursements;
  if (!deciding) return null;
  if (deciding.how === 'evidence') {
    return (
      <Dialog opened onClose={onClose} title={words.addEvidence} size="lg">
        <EvidenceForm row={deciding.row} onDone={onClose} />
      </Dialog>
    );
  }
  return deciding.how === 'approve' ? (
    <Approve row={deciding.row} onClose={onClose} />
  ) : (
    <Refuse row={deciding.row} onClose={onClose} />
  );
}

function Approve({ row, onClose }: { row: Disbursement; onClose: () => void }) {
  const { t, locale } = useWords('disbursements');
  const words = t.disbursements;
  return (
    <ConfirmChange
      opened
      onClose={onClose}
      title={words.approveTitle}
      text={words.approveText({
        amount: moneyText(locale, row.amount),
        who: row.beneficiaryName,
        day: calendarDay(locale, row.paidOn),
        receipt: row.evidenceUrl !== null,
      })}
      submitLabel={words.approveSubmit}
      pendingLabel={words.approving}
      tone="good"
      mutation={approveMutation}
      variables={() => ({ input: { id: row.id } })}
      successMessage={words.approved}
    />
  );
}

function Refuse({ row, onClose }: { row: Disbursement; onClose: () => void }) {
  const words = useWords('disbursements').t.disbursements;
  return (
    <ConfirmChange
      opened
      onClose={onClose}
      title={words.refuseTitle}
      text={words.refuseText}
      reason={{ label: words.reason, required: true }}
      submitLabel={words.refuseSubmit}
      pendingLabel={words.refusing}
      mutation={refuseMutation}
      variables={(note) => ({ input: { id: row.id, note } })}
      successMessage={words.refused}
    />
  );
}
