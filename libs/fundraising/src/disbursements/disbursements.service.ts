import { Injectable } from '@nestjs/common';

@Injectable()
export class Disbursements {
  record(..._: unknown[]): Promise<never> {
    return Promise.reject(new Error('Disbursements.record'));
  }
  approve(..._: unknown[]): Promise<never> {
    return Promise.reject(new Error('Disbursements.approve'));
  }
  refuse(..._: unknown[]): Promise<never> {
    return Promise.reject(new Error('Disbursements.refuse'));
  }
}
