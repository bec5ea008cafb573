import { Injectable } from '@nestjs/common';

@Injectable()
export class TransactionList {
  page(..._: unknown[]): Promise<never> {
    return Promise.reject(new Error('TransactionList.page'));
  }
}
