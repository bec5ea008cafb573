import { Injectable } from '@nestjs/common';

@Injectable()
export class Payouts {
  page(..._: unknown[]): Promise<never> {
    return Promise.reject(new Error('Payouts.page'));
  }
  one(..._: unknown[]): Promise<never> {
    return Promise.reject(new Error('Payouts.one'));
  }
  confirm(..._: unknown[]): Promise<never> {
    return Promise.reject(new Error('Payouts.confirm'));
  }
}
