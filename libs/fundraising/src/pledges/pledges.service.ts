import { Injectable } from '@nestjs/common';

@Injectable()
export class Pledges {
  record(..._: unknown[]): Promise<never> {
    return Promise.reject(new Error('Pledges.record'));
  }
  keep(..._: unknown[]): Promise<never> {
    return Promise.reject(new Error('Pledges.keep'));
  }
  withdraw(..._: unknown[]): Promise<never> {
    return Promise.reject(new Error('Pledges.withdraw'));
  }
}
