import { logins } from './accounts.js';
import type { credentialTypes } from './credential-types.js';
import { idOf } from './random.js';

type TypeKey = keyof typeof credentialTypes;

export interface PlannedCredential {
  type: TypeKey;
  status: string;
  issued?: number;
  expires?: number;
  asked?: number;
  [column: string]: unknown;
}

export const admin = idOf('account', logins[0]!.email);
const organizer = idOf('account', logins[1]!.email);
const cardText = (number: number) => `Los Angeles County course, card no. LA-${number}`;
const signedWaiver = (version: number, days: number) => ({
  type: 'waiver' as const,
  textVersion: version,
  signed: days,
});

export const plans: readonly PlannedCredential[][] = [
  [
    {
      type: 'safeguarding',
      status: 'approved',
      issued: -200,
      expires: 530,
      evidence: 'Course at our office.',
      decidedBy: organizer,
    },
    { type: 'food', status: 'claimed', issued: -20, asked: -2, evidence: cardText(48_213) },
    { ...signedWaiver(1, -300), status: 'approved', issued: -300, expires: 65 },
  ],
  [
    {
      type: 'safeguarding',
      status: 'approved',
      issued: -700,
      expires: 20,
      evidence: 'Course online.',
      decidedBy: organizer,
    },
    { ...signedWaiver(2, -30), status: 'approved', issued: -30, expires: 335 },
  ],
  [
    {
      type: 'safeguarding',
      status: 'approved',
      issued: -740,
      expires: -12,
      evidence: 'Course online.',
      decidedBy: organizer,
    },
  ],
  [
    {
      type: 'food',
      status: 'rejected',
      issued: -90,
      asked: -30,
      evidence: 'I have a card.',
      decidedBy: organizer,
      reason: 'We need the number on the card. Please send it again with the number.',
    },
    { type: 'food', status: 'claimed', issued: -90, asked: -4, evidence: cardText(48_377) },
  ],
  [
    {
      type: 'safeguarding',
      status: 'revoked',
      issued: -100,
      expires: 630,
      evidence: 'Course online.',
      decidedBy: organizer,
      reason: 'The certificate belongs to someone with the same name.',
    },
  ],
  [{ type: 'food', status: 'withdrawn', issued: -60, asked: -9, evidence: cardText(48_001) }],
  [
    {
      type: 'adult',
      status: 'approved',
      issued: -50,
      evidence: 'Driver license, seen at check-in.',
      decidedBy: organizer,
    },
  ],
  [
    {
      type: 'van',
      status: 'approved',
      issued: -500,
      expires: -135,
      evidence: 'Course in the parking lot.',
      decidedBy: organizer,
    },
  ],
  [{ type: 'food', status: 'approved', issued: -1_070, expires: 25, evidence: cardText(31_550), decidedBy: organizer }],
  [
    {
      type: 'safeguarding',
      status: 'claimed',
      issued: -15,
      asked: -6,
      evidence: 'School district course, May.',
    },
  ],
  [
    {
      type: 'safeguarding',
      status: 'claimed',
      issued: -40,
      asked: -5,
      evidence: 'Certificate SG-2214, Youth Alliance.',
    },
  ],
  [{ type: 'food', status: 'claimed', issued: -11, expires: 50, asked: -3, evidence: cardText(49_020) }],
  [{ type: 'adult', status: 'claimed', issued: -1, asked: -1, evidence: 'I turned 18 last spring; I can show my ID.' }],
  [
    {
      type: 'safeguarding',
      status: 'claimed',
      issued: -8,
      asked: -1,
      evidence: 'I taught the course myself at my church.',
    },
  ],
  // Background checks, one in each status. In the second one with a notice, the time to respond has passed.
  [{ type: 'check', status: 'requested', asked: -3 }],
  [{ type: 'check', status: 'disclosed', asked: -5 }],
  [{ type: 'check', status: 'authorised', asked: -8 }],
  [
    {
      type: 'check',
      status: 'under_review',
      asked: -16,
      issued: -2,
      expires: 728,
      providerReference: 'BC-10441',
      notified: -2,
      final: 6,
      decidedBy: admin,
    },
  ],
  [
    {
      type: 'check',
      status: 'under_review',
      asked: -30,
      issued: -12,
      expires: 718,
      providerReference: 'BC-10398',
      notified: -12,
      final: -3,
      decidedBy: admin,
    },
  ],
  [
    {
      type: 'check',
      status: 'approved',
      asked: -60,
      issued: -45,
      expires: 685,
      providerReference: 'BC-10102',
      decidedBy: admin,
    },
  ],
  [
    {
      type: 'check',
      status: 'rejected',
      asked: -120,
      issued: -100,
      expires: 630,
      providerReference: 'BC-09871',
      notified: -100,
      final: -92,
      decidedBy: admin,
    },
  ],
];
