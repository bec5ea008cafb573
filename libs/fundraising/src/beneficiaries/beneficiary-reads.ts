import { Injectable } from '@nestjs/common';
import type { FundraisingMode } from './managed-beneficiary.js';

@Injectable()
export class BeneficiaryReads {
  readonly mode: FundraisingMode = 'own';

  all(..._: unknown[]): Promise<never> {
    return Promise.reject(new Error('BeneficiaryReads.all'));
  }
}
