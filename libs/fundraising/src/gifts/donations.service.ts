import { Injectable } from '@nestjs/common';

@Injectable()
export class Donations {
  start(..._: unknown[]): Promise<never> {
    return Promise.reject(new Error('Donations.start'));
  }
}
