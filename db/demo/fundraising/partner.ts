import { createHash } from 'node:crypto';
import { idOf } from '../random.js';
import { createPaperDocument } from './paper-document.js';
import { dateOf, daysBefore } from './days.js';

interface Picture {
  bytes: Buffer;
  width: number;
  height: number;
}

export function fileRow(name: string, purpose: 'cover' | 'consent' | 'evidence', picture: Picture, createdAt: Date) {
  return {
    id: idOf('file', name),
    purpose,
    mediaType: 'image/webp',
    width: picture.width,
    height: picture.height,
    sha256: `\\x${createHash('sha256').update(picture.bytes).digest('hex')}`,
    bytes: `\\x${picture.bytes.toString('hex')}`,
    uploadedBy: idOf('account', 'finance@demo.example'),
    createdAt,
  };
}

const checked: ReadonlyArray<{ duty: string; note: string; source: string; ago: number; validDays: number | null }> = [
  { duty: 'written_consent', note: 'Signed by the director.', source: 'Letter on file', ago: 403, validDays: null },
  { duty: 'good_standing', note: '', source: 'Registry of Charities and Fundraisers', ago: 403, validDays: 364 },
  { duty: 'platform_registration', note: '', source: 'Our own registration', ago: 403, validDays: 365 },
  { duty: 'segregated_account', note: 'Account ending in 4471.', source: 'Bank', ago: 402, validDays: null },
  { duty: 'donor_disclosures', note: '', source: 'Read on the page before payment', ago: 402, validDays: null },
  { duty: 'prompt_sending', note: '', source: 'Disbursements', ago: 60, validDays: 90 },
  { duty: 'timely_receipts', note: '', source: 'Receipts', ago: 60, validDays: 360 },
  {
    duty: 'good_standing',
    note: 'Still listed as current.',
    source: 'Registry of Charities and Fundraisers',
    ago: 45,
    validDays: 364,
  },
];

export async function partnerRows(now: Date) {
  const signed = daysBefore(now, 404);
  const consent = await createPaperDocument('Consent', [
    'Harbor House of San Diego agrees that the',
    "Women's Rights Group collects gifts for it.",
    'Signed by its director.',
  ]);
  const transfer = (sent: string) =>
    createPaperDocument('Transfer to Harbor House', [`Sent: ${sent}`, 'From the account ending in 4471.']);
  const beneficiaryId = idOf('beneficiary', 'harbor');
  return {
    files: [
      fileRow('consent harbor', 'consent', consent, signed),
      fileRow('proof harbor 1', 'evidence', await transfer('first part'), daysBefore(now, 300)),
      fileRow('proof harbor 2', 'evidence', await transfer('the rest'), daysBefore(now, 206)),
      fileRow(
        'proof nights 1',
        'evidence',
        await createPaperDocument('Transfer to the house account', ['First half of the year.']),
        daysBefore(now, 180),
      ),
    ],
    beneficiary: {
      id: beneficiaryId,
      kind: 'partner',
      name: 'Harbor House of San Diego',
      registrationNumber: 'CT-0194472',
      website: 'https://harborhouse.example.org',
      contactEmail: 'director@harborhouse.example.org',
      consentFileId: idOf('file', 'consent harbor'),
      consentSignedOn: dateOf(signed),
      createdAt: signed,
    },
    checks: checked.map(({ ago, validDays, ...check }) => ({
      ...check,
      beneficiaryId,
      checkedBy: idOf('account', 'finance@demo.example'),
      checkedAt: daysBefore(now, ago),
      validUntil: validDays === null ? null : dateOf(daysBefore(now, ago - validDays)),
    })),
  };
}
