import type { BusinessStatus } from './business-status.js';
import type { BusinessMailName } from './mails/business-mail.js';

/** What a transition is called, also in the history. */
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

/** A transition of a business from one status to another, and what it does. */
export interface BusinessTransition {
  name: TransitionName;
  from: BusinessStatus;
  to: BusinessStatus;
  needsReason?: true;
  /** The mail that tells the owners. */
  mail?: BusinessMailName;
  /** Approvals given so far count no more; with 'evidence' nor do the looks that were taken. */
  newRound?: true | 'evidence';
  submits?: true;
  renews?: true;
  endsApproval?: true;
}

const told = { needsReason: true } as const;
/** Everything is looked at again, by two people. */
const fromTheStart = { newRound: 'evidence', endsApproval: true } as const;

/** By staff, by the business, or by the calendar. An approval of an approved one is its renewal, which hides nothing meanwhile. */
export const businessTransitions: readonly BusinessTransition[] = [
  { name: 'taken', from: 'submitted', to: 'in_review' },
  { name: 'approved', from: 'in_review', to: 'approved', mail: 'business-approved' },
  { name: 'approved', from: 'approved', to: 'approved', mail: 'business-approved' },
  {
    name: 'changes_requested',
    from: 'submitted',
    to: 'changes_requested',
    ...told,
    mail: 'business-changes-requested',
  },
  {
    name: 'changes_requested',
    from: 'in_review',
    to: 'changes_requested',
    ...told,
    mail: 'business-changes-requested',
  },
  { name: 'changes_requested', from: 'approved', to: 'approved', ...told, mail: 'business-changes-requested' },
  { name: 'refused', from: 'submitted', to: 'refused', ...told, mail: 'business-refused' },
  { name: 'refused', from: 'in_review', to: 'refused', ...told, mail: 'business-refused' },
  { name: 'suspended', from: 'approved', to: 'suspended', ...told, ...fromTheStart, mail: 'business-suspended' },
  { name: 'suspended', from: 'lapsed', to: 'suspended', ...told, ...fromTheStart, mail: 'business-suspended' },
  { name: 'reinstated', from: 'suspended', to: 'submitted', ...fromTheStart, submits: true },
  { name: 'reinstated', from: 'refused', to: 'submitted', ...fromTheStart, submits: true },
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
  { name: 'resubmitted', from: 'lapsed', to: 'submitted', ...fromTheStart, submits: true },
  { name: 'resubmitted', from: 'approved', to: 'approved', newRound: 'evidence', submits: true, renews: true },
  { name: 'changed', from: 'submitted', to: 'submitted', ...fromTheStart },
  { name: 'changed', from: 'in_review', to: 'submitted', ...fromTheStart },
  { name: 'changed', from: 'changes_requested', to: 'submitted', ...fromTheStart, submits: true },
  { name: 'changed', from: 'approved', to: 'submitted', ...fromTheStart, submits: true },
  { name: 'changed', from: 'lapsed', to: 'submitted', ...fromTheStart, submits: true },

  { name: 'lapsed', from: 'approved', to: 'lapsed', mail: 'business-lapsed' },
  { name: 'lapsed', from: 'approved', to: 'submitted', mail: 'business-lapsed', endsApproval: true },
];
