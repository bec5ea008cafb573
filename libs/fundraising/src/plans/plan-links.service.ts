import { Injectable } from '@nestjs/common';

@Injectable()
export class PlanLinks {
  change(..._: unknown[]): Promise<never> {
    return Promise.reject(new Error('PlanLinks.change'));
  }
  stop(..._: unknown[]): Promise<never> {
    return Promise.reject(new Error('PlanLinks.stop'));
  }
  portal(..._: unknown[]): Promise<never> {
    return Promise.reject(new Error('PlanLinks.portal'));
  }
}
