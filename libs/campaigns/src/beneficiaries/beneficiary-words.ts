import { isUuid, readInput, refuseFaults, type Faults } from '@upstander/platform';
import type { BeneficiaryCheck } from './beneficiary-check.entity.js';
import type { Beneficiary } from './beneficiary.entity.js';
import { RecordBeneficiaryCheckInput, UpdateBeneficiaryInput } from './beneficiary.input.js';

export type BeneficiaryWords = Pick<Beneficiary, Exclude<keyof UpdateBeneficiaryInput & keyof Beneficiary, 'id'>>;

/**
 * Applies an input to the previous values. Omitted fields keep their value and null clears optional
 * ones.
 * @throws Refusal BAD_INPUT listing every invalid field
 */
export function wordsFrom(input: Partial<UpdateBeneficiaryInput>, before?: Beneficiary): BeneficiaryWords {
  const { values, faults } = readInput(UpdateBeneficiaryInput, input, before);
  if (input.name !== undefined && !values.name) faults['name'] = 'required';
  const needsNumber = before?.kind !== 'own' && input.registrationNumber !== undefined;
  if (needsNumber && !values.registrationNumber) faults['registrationNumber'] = 'required';
  for (const [field, fault] of Object.entries(consentFaults(values))) faults[field] ??= fault;
  refuseFaults(faults);
  return values;
}

function consentFaults({ consentFileId: file, consentSignedOn: signedOn, consentEndsOn: endsOn }: BeneficiaryWords) {
  const faults: Faults = {};
  if (file && !isUuid(file)) faults['consentFileId'] = 'not-a-consent';
  else if (!file && signedOn) faults['consentFileId'] = 'required';
  if (file && !signedOn) faults['consentSignedOn'] = 'required';
  if (endsOn && signedOn && endsOn < signedOn) faults['consentEndsOn'] = 'before-start';
  return faults;
}

type CheckWords = Omit<RecordBeneficiaryCheckInput, 'note' | 'validUntil'> &
  Pick<BeneficiaryCheck, 'note' | 'validUntil'>;

/** Validates a check. A failed check needs a note. @throws Refusal BAD_INPUT listing every invalid field */
export function checkFrom(input: RecordBeneficiaryCheckInput, today: string): CheckWords {
  const { values, faults } = readInput(RecordBeneficiaryCheckInput, input);
  const { passed, note, source, validUntil } = values;
  if (!source) faults['source'] = 'required';
  if (!passed && !note) faults['note'] = 'required';
  if (passed && validUntil && validUntil < today) faults['validUntil'] ??= 'in-the-past';
  refuseFaults(faults);
  return values;
}
