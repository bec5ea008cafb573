import type { StatusChanges } from '@upstander/platform';
import type { BusinessStatus } from './business-status.js';
import type { BusinessMailName } from './mails/business-mail.js';

/** What a step is called, also in the history. */
export type StepName =
  | 'taken'
  | 'approved'
  | 'changes_requested'
  | 'refused'
  | 'suspended'
  | 'reinstated'
  | 'handed_in'
  | 'changed'
  | 'lapsed'
  | 'approval_undone';

/** A step that a business may take from one state to another, and what it does. */
export interface BusinessStep {
  step: StepName;
  from: BusinessStatus;
  to: BusinessStatus;
  needsReason?: true;
  /** The mail that tells the owners. */
  mail?: BusinessMailName;
  /** Approvals given so far count no more; with 'evidence' nor do the looks that were taken. */
  newRound?: true | 'evidence';
  handsIn?: true;
  renews?: true;
  endsApproval?: true;
}

const told = { needsReason: true } as const;
/** Everything is looked at again, by two people. */
const anew = { newRound: 'evidence', endsApproval: true } as const;

/** By staff, by the business, or by the calendar. An approval of an approved one is its renewal, which hides nothing meanwhile. */
export const businessSteps: readonly BusinessStep[] = [
  { step: 'taken', from: 'submitted', to: 'in_review' },
  { step: 'approved', from: 'in_review', to: 'approved', mail: 'business-approved' },
  { step: 'approved', from: 'approved', to: 'approved', mail: 'business-approved' },
  {
    step: 'changes_requested',
    from: 'submitted',
    to: 'changes_requested',
    ...told,
    mail: 'business-changes-requested',
  },
  {
    step: 'changes_requested',
    from: 'in_review',
    to: 'changes_requested',
    ...told,
    mail: 'business-changes-requested',
  },
  { step: 'changes_requested', from: 'approved', to: 'approved', ...told, mail: 'business-changes-requested' },
  { step: 'refused', from: 'submitted', to: 'refused', ...told, mail: 'business-refused' },
  { step: 'refused', from: 'in_review', to: 'refused', ...told, mail: 'business-refused' },
  { step: 'suspended', from: 'approved', to: 'suspended', ...told, ...anew, mail: 'business-suspended' },
  { step: 'suspended', from: 'lapsed', to: 'suspended', ...told, ...anew, mail: 'business-suspended' },
  { step: 'reinstated', from: 'suspended', to: 'submitted', ...anew, handsIn: true },
  { step: 'reinstated', from: 'refused', to: 'submitted', ...anew, handsIn: true },
  { step: 'approval_undone', from: 'in_review', to: 'in_review', newRound: true, endsApproval: true },
  {
    ...{
      step: 'approval_undone',
      from: 'approved',
      to: 'in_review',
      newRound: true,
      endsApproval: true,
      handsIn: true,
    },
    mail: 'business-rechecked',
  },

  { step: 'handed_in', from: 'changes_requested', to: 'submitted', newRound: true, endsApproval: true, handsIn: true },
  { step: 'handed_in', from: 'lapsed', to: 'submitted', ...anew, handsIn: true },
  { step: 'handed_in', from: 'approved', to: 'approved', newRound: 'evidence', handsIn: true, renews: true },
  { step: 'changed', from: 'submitted', to: 'submitted', ...anew },
  { step: 'changed', from: 'in_review', to: 'submitted', ...anew },
  { step: 'changed', from: 'changes_requested', to: 'submitted', ...anew, handsIn: true },
  { step: 'changed', from: 'approved', to: 'submitted', ...anew, handsIn: true },
  { step: 'changed', from: 'lapsed', to: 'submitted', ...anew, handsIn: true },

  { step: 'lapsed', from: 'approved', to: 'lapsed', mail: 'business-lapsed' },
  { step: 'lapsed', from: 'approved', to: 'submitted', mail: 'business-lapsed', endsApproval: true },
];

const toFrom = (from: BusinessStatus) => [
  ...new Set(businessSteps.filter((step) => step.from === from && step.to !== from).map(({ to }) => to)),
];

/** From where to where a business goes, whatever the step is called. */
export const businessChanges: StatusChanges<BusinessStatus> = {
  begins: ['submitted'],
  submitted: toFrom('submitted'),
  in_review: toFrom('in_review'),
  changes_requested: toFrom('changes_requested'),
  approved: toFrom('approved'),
  refused: toFrom('refused'),
  lapsed: toFrom('lapsed'),
  suspended: toFrom('suspended'),
};
