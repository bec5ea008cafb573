import { Injectable } from '@nestjs/common';

@Injectable()
export class Beneficiaries {
  create(..._: unknown[]): Promise<never> {
    return Promise.reject(new Error('Beneficiaries.create'));
  }
  update(..._: unknown[]): Promise<never> {
    return Promise.reject(new Error('Beneficiaries.update'));
  }
  archive(..._: unknown[]): Promise<never> {
    return Promise.reject(new Error('Beneficiaries.archive'));
  }
  check(..._: unknown[]): Promise<never> {
    return Promise.reject(new Error('Beneficiaries.check'));
  }
}
