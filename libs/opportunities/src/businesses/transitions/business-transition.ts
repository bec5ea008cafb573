import type { BusinessStatus } from '../business-status.js';
import type { BusinessMailName } from '../mails/business-mail.js';

export type TransitionName =
  | 'taken'
  | 'approved'
  | 'changes_requested'
  | 'refused'
  | 'suspended'
  | 'reinstated'
  | 'resubmitted'
  | 'changed'
  | 'lapsed'
  | 'approval_undone';

export interface BusinessTransition {
  name: TransitionName;
  from: BusinessStatus;
  to: BusinessStatus;
  needsReason?: true;
  mail?: Exclude<BusinessMailName, 'business-lapsing'>;
  /** Resets the approvals of the current round; 'evidence' also resets its evidence. */
  newRound?: true | 'evidence';
  submits?: true;
  renews?: true;
  endsApproval?: true;
}

const reasonRequired = { needsReason: true } as const;
/** Requires new evidence and two new approvals. */
const restartsVetting = { newRound: 'evidence', endsApproval: true } as const;

/**
 * Transitions made by staff, by the business, or by expiration. Approving an approved business renews it without hiding
 * it.
 */
export const businessTransitions: readonly BusinessTransition[] = [
  { name: 'taken', from: 'submitted', to: 'in_review' },
  { name: 'approved', from: 'in_review', to: 'approved', mail: 'business-approved' },
  { name: 'approved', from: 'approved', to: 'approved', mail: 'business-approved' },
  {
    name: 'changes_requested',
    from: 'submitted',
    to: 'changes_requested',
    ...reasonRequired,
    mail: 'business-changes-requested',
  },
  {
    name: 'changes_requested',
    from: 'in_review',
    to: 'changes_requested',
    ...reasonRequired,
    mail: 'business-changes-requested',
  },
  {
    name: 'changes_requested',
    from: 'approved',
    to: 'approved',
    ...reasonRequired,
    mail: 'business-changes-requested',
  },
  { name: 'refused', from: 'submitted', to: 'refused', ...reasonRequired, mail: 'business-refused' },
  { name: 'refused', from: 'in_review', to: 'refused', ...reasonRequired, mail: 'business-refused' },
  {
    name: 'suspended',
    from: 'approved',
    to: 'suspended',
    ...reasonRequired,
    ...restartsVetting,
    mail: 'business-suspended',
  },
  {
    name: 'suspended',
    from: 'lapsed',
    to: 'suspended',
    ...reasonRequired,
    ...restartsVetting,
    mail: 'business-suspended',
  },
  { name: 'reinstated', from: 'suspended', to: 'submitted', ...restartsVetting, submits: true },
  { name: 'reinstated', from: 'refused', to: 'submitted', ...restartsVetting, submits: true },
  { name: 'approval_undone', from: 'in_review', to: 'in_review', newRound: true, endsApproval: true },
  {
    name: 'approval_undone',
    from: 'approved',
    to: 'in_review',
    newRound: true,
    endsApproval: true,
    submits: true,
    mail: 'business-rechecked',
  },

  {
    name: 'resubmitted',
    from: 'changes_requested',
    to: 'submitted',
    newRound: true,
    endsApproval: true,
    submits: true,
  },
  { name: 'resubmitted', from: 'lapsed', to: 'submitted', ...restartsVetting, submits: true },
  { name: 'resubmitted', from: 'approved', to: 'approved', newRound: 'evidence', submits: true, renews: true },
  { name: 'changed', from: 'submitted', to: 'submitted', ...restartsVetting },
  { name: 'changed', from: 'in_review', to: 'submitted', ...restartsVetting },
  { name: 'changed', from: 'changes_requested', to: 'submitted', ...restartsVetting, submits: true },
  { name: 'changed', from: 'approved', to: 'submitted', ...restartsVetting, submits: true },
  { name: 'changed', from: 'lapsed', to: 'submitted', ...restartsVetting, submits: true },

  { name: 'lapsed', from: 'approved', to: 'lapsed', mail: 'business-lapsed' },
  { name: 'lapsed', from: 'approved', to: 'submitted', mail: 'business-lapsed', endsApproval: true },
];
