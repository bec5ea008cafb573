import { moneyText } from '@upstander/web-kit';
import { ConfirmChange } from '../parts/ui/confirm';
import { Dialog } from '../parts/ui/dialog';
import { calendarDay } from '../parts/ui/dates';
import { useWords } from '../words/words';
import { EvidenceForm } from './evidence-form';
import { approveMutation, refuseMutation } from './queries';
import type { Disbursement } from './queries';

export interface DisbursementDecision {
  action: 'approve' | 'refuse' | 'evidence';
  row: Disbursement;
}

export function DecideDialogs({ decision, onClose }: { decision: DisbursementDecision | null; onClose: () => void }) {
  const words = useWords('disbursements').t.disbursements;
  if (!decision) return null;
  if (decision.action === 'evidence') {
    return (
      <Dialog onClose={onClose} title={words.addEvidence} size="lg">
        <EvidenceForm row={decision.row} onDone={onClose} />
      </Dialog>
    );
  }
  return decision.action === 'approve' ? (
    <Approve row={decision.row} onClose={onClose} />
  ) : (
    <Refuse row={decision.row} onClose={onClose} />
  );
}

function Approve({ row, onClose }: { row: Disbursement; onClose: () => void }) {
  const { labels, locale } = useWords('disbursements');
  return (
    <ConfirmChange
      onClose={onClose}
      title={labels.approveTitle}
      text={labels.approveText({
        amount: moneyText(locale, row.amount),
        who: row.beneficiaryName,
        day: calendarDay(locale, row.paidOn),
        receipt: row.evidenceUrl !== null,
      })}
      submitLabel={labels.approveSubmit}
      pendingLabel={labels.approving}
      tone="good"
      mutation={approveMutation}
      variables={() => ({ input: { id: row.id } })}
      successMessage={labels.approved}
    />
  );
}

function Refuse({ row, onClose }: { row: Disbursement; onClose: () => void }) {
  const { common, disbursements: words } = useWords('disbursements').t;
  return (
    <ConfirmChange
      onClose={onClose}
      title={words.refuseTitle}
      text={words.refuseText}
      reason={{ label: common.reason, required: true }}
      submitLabel={words.refuseSubmit}
      pendingLabel={words.refusing}
      mutation={refuseMutation}
      variables={(note) => ({ input: { id: row.id, note } })}
      successMessage={words.refused}
    />
  );
}
