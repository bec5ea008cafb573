import { badInput, isUuid, parsedUrl, typedLine } from '@upstander/platform';
import type { BeneficiaryRow } from './beneficiary.entity.js';
import type { UpdateBeneficiaryInput } from './beneficiary.input.js';

/** What stands there after a change: what was left out stays, null empties. @throws Refusal BAD_INPUT. */
export function changed(before: BeneficiaryRow, input: UpdateBeneficiaryInput): BeneficiaryRow {
  const after: BeneficiaryRow = { ...before };
  if (input.name !== undefined) after.name = typedLine('name', input.name ?? '', 200);
  if (input.registrationNumber !== undefined) {
    const number = input.registrationNumber ?? '';
    after.registrationNumber = before.kind === 'own' && !number ? null : typedLine('registrationNumber', number, 60);
  }
  if (input.website !== undefined) after.website = webAddress(input.website);
  if (input.contactEmail !== undefined) after.contactEmail = input.contactEmail;
  if (input.consentFileId !== undefined) after.consentFileId = input.consentFileId?.toLowerCase() ?? null;
  if (input.consentSignedOn !== undefined) after.consentSignedOn = input.consentSignedOn;
  if (input.consentEndsOn !== undefined) after.consentEndsOn = input.consentEndsOn;
  if (after.consentFileId && !isUuid(after.consentFileId)) throw badInput({ consentFileId: 'not-a-consent' });
  if (after.consentFileId && !after.consentSignedOn) throw badInput({ consentSignedOn: 'required' });
  if (!after.consentFileId && after.consentSignedOn) throw badInput({ consentFileId: 'required' });
  if (after.consentEndsOn && after.consentSignedOn && after.consentEndsOn < after.consentSignedOn) {
    throw badInput({ consentEndsOn: 'before-start' });
  }
  return after;
}

/** A web address somebody typed, or null. @throws Refusal BAD_INPUT. */
export function webAddress(text: string | null | undefined): string | null {
  const address = text?.trim();
  if (!address) return null;
  if (address.length > 300 || !/^https?:$/.test(parsedUrl(address)?.protocol ?? '')) {
    throw badInput({ website: 'not-a-web-address' });
  }
  return address;
}
