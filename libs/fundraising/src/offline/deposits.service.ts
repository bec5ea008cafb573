import { Injectable } from '@nestjs/common';

@Injectable()
export class Deposits {
  record(..._: unknown[]): Promise<never> {
    return Promise.reject(new Error('Deposits.record'));
  }
  inHand(..._: unknown[]): Promise<never> {
    return Promise.reject(new Error('Deposits.inHand'));
  }
  list(..._: unknown[]): Promise<never> {
    return Promise.reject(new Error('Deposits.list'));
  }
}
