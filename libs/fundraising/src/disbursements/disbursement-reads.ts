import { Injectable } from '@nestjs/common';

@Injectable()
export class DisbursementReads {
  list(..._: unknown[]): Promise<never> {
    return Promise.reject(new Error('DisbursementReads.list'));
  }
  overdue(..._: unknown[]): Promise<never> {
    return Promise.reject(new Error('DisbursementReads.overdue'));
  }
}
