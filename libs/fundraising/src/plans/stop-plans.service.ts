import { Injectable } from '@nestjs/common';

@Injectable()
export class StopPlans {
  byStaff(..._: unknown[]): Promise<never> {
    return Promise.reject(new Error('StopPlans.byStaff'));
  }
}
