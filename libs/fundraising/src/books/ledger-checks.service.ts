import { Injectable } from '@nestjs/common';

@Injectable()
export class LedgerChecks {
  last(..._: unknown[]): Promise<never> {
    return Promise.reject(new Error('LedgerChecks.last'));
  }
  run(..._: unknown[]): Promise<never> {
    return Promise.reject(new Error('LedgerChecks.run'));
  }
}
