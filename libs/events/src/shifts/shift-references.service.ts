import { Injectable } from '@nestjs/common';
import type { Faults, Tx } from '@upstander/platform';
import { CredentialTypes, TermKind, Terms } from '@upstander/volunteers';
import type { Shift } from './shift.entity.js';
import type { ShiftDetails } from './shift.input.js';

const credentialFields = ['signUpCredentialIds', 'dayCredentialIds'] as const;

/** The skills and credentials that shifts ask for. */
@Injectable()
export class ShiftReferences {
  constructor(
    private readonly credentials: CredentialTypes,
    private readonly terms: Terms,
  ) {}

  /** Each must be available, or have been selected in one of the stored shifts. */
  async faultsOf(
    tx: Tx,
    shifts: readonly ShiftDetails[],
    storedShifts: ReadonlyArray<Pick<Shift, 'skillIds' | (typeof credentialFields)[number]>>,
  ): Promise<Faults> {
    const before = storedShifts.flatMap(({ skillIds }) => skillIds);
    const faults: Faults = {};
    for (const [index, { skillIds: ids }] of shifts.entries()) {
      const field = `shifts.${index}.skillIds`;
      Object.assign(faults, await this.terms.faultsOf(tx, { field, kind: TermKind.SKILL, ids, before }));
    }
    const credentialsBefore = storedShifts.flatMap((shift) => credentialFields.flatMap((field) => shift[field]));
    const credentials = shifts.flatMap((shift, index) =>
      credentialFields.map((field) => ({
        field: `shifts.${index}.${field}`,
        ids: shift[field],
        before: credentialsBefore,
      })),
    );
    return { ...faults, ...(await this.credentials.faultsOf(tx, credentials)) };
  }
}
