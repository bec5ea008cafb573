import { Injectable } from '@nestjs/common';

@Injectable()
export class MatchingPools {
  create(..._: unknown[]): Promise<never> {
    return Promise.reject(new Error('MatchingPools.create'));
  }
  update(..._: unknown[]): Promise<never> {
    return Promise.reject(new Error('MatchingPools.update'));
  }
  close(..._: unknown[]): Promise<never> {
    return Promise.reject(new Error('MatchingPools.close'));
  }
}
