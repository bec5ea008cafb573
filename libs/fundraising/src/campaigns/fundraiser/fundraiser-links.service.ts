import { Injectable } from '@nestjs/common';

@Injectable()
export class FundraiserLinks {
  byToken(..._: unknown[]): Promise<never> {
    return Promise.reject(new Error('FundraiserLinks.byToken'));
  }
  confirm(..._: unknown[]): Promise<never> {
    return Promise.reject(new Error('FundraiserLinks.confirm'));
  }
  edit(..._: unknown[]): Promise<never> {
    return Promise.reject(new Error('FundraiserLinks.edit'));
  }
  postUpdate(..._: unknown[]): Promise<never> {
    return Promise.reject(new Error('FundraiserLinks.postUpdate'));
  }
}
