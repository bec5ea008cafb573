export type Step =
  | { what: 'taken' | 'resubmitted' | 'lapsed' | 'renewing'; ago: number }
  | {
      what: 'look';
      kind: 'registry' | 'call_back' | 'address' | 'reputation';
      ago: number;
      by: Staff;
      source: string;
      failed?: string;
    }
  | { what: 'domain'; mailbox: string; ago: number }
  | { what: 'approval'; by: Staff; ago: number }
  | { what: 'changes_requested' | 'refused' | 'suspended'; ago: number; by: Staff; reason: string };

export type Staff = 'moderator' | 'admin';

export interface BusinessIdea {
  legalName: string;
  registrationNumber: string;
  street: string;
  city: string;
  region: string;
  postalCode: string;
  /** Its website is https://www.<domain>. */
  domain: string;
  supervisor: { name: string; title: string; phone: string };
  offers: string;
  owner: { name: string; email: string };
  editors?: ReadonlyArray<{ name: string; email: string; frozen?: boolean }>;
  registeredAgo: number;
  story: readonly Step[];
}

export const register = (state: string) => `${state} business register, looked up by number`;

export function evidenceChecks(ago: number, state = 'California', mailbox = 'office'): Step[] {
  const directory = '+1 213 555 0100, from the directory of the city';
  return [
    { what: 'domain', mailbox, ago: ago + 4 },
    { what: 'taken', ago: ago + 3 },
    { what: 'look', kind: 'registry', ago: ago + 2, by: 'moderator', source: register(state) },
    { what: 'look', kind: 'call_back', ago, by: 'admin', source: directory },
  ];
}

export function vettedSteps(ago: number, state = 'California', mailbox = 'office'): Step[] {
  return [
    ...evidenceChecks(ago + 4, state, mailbox),
    { what: 'approval', by: 'moderator', ago: ago + 2 },
    { what: 'approval', by: 'admin', ago },
  ];
}
