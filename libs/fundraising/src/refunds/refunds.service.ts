import { Injectable } from '@nestjs/common';

@Injectable()
export class Refunds {
  refund(..._: unknown[]): Promise<never> {
    return Promise.reject(new Error('Refunds.refund'));
  }
  approve(..._: unknown[]): Promise<never> {
    return Promise.reject(new Error('Refunds.approve'));
  }
  decline(..._: unknown[]): Promise<never> {
    return Promise.reject(new Error('Refunds.decline'));
  }
}
