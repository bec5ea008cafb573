import { Injectable } from '@nestjs/common';

@Injectable()
export class PlanReads {
  byToken(..._: unknown[]): Promise<never> {
    return Promise.reject(new Error('PlanReads.byToken'));
  }
  manage(..._: unknown[]): Promise<never> {
    return Promise.reject(new Error('PlanReads.manage'));
  }
  mine(..._: unknown[]): Promise<never> {
    return Promise.reject(new Error('PlanReads.mine'));
  }
}
