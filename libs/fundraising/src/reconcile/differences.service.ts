import { Injectable } from '@nestjs/common';

@Injectable()
export class Differences {
  page(..._: unknown[]): Promise<never> {
    return Promise.reject(new Error('Differences.page'));
  }
  settle(..._: unknown[]): Promise<never> {
    return Promise.reject(new Error('Differences.settle'));
  }
}
