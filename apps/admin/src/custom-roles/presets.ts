import type { Area } from '../session/use-me';
import type { CustomRoleRow } from './queries';

type Checklist = Pick<CustomRoleRow, 'baseRole'> & { viewAreas: readonly Area[]; manageAreas: readonly Area[] };

/** Filled in with one click. Their names are in the messages. */
export const presets = {
  bookkeeper: {
    baseRole: 'FINANCE',
    viewAreas: ['DISBURSEMENTS', 'GIFTS', 'LEDGER', 'RECEIPTS', 'RECURRING_GIFTS', 'REPORTS'],
    manageAreas: [],
  },
  shiftLead: { baseRole: 'ORGANIZER', viewAreas: ['EVENTS'], manageAreas: ['ROSTER'] },
  eventAssistant: {
    baseRole: 'ORGANIZER',
    viewAreas: ['EVENTS'],
    manageAreas: ['MESSAGES', 'REGISTRATIONS', 'ROSTER'],
  },
} satisfies Record<string, Checklist>;

export type PresetName = keyof typeof presets;
