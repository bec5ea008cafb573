import { Injectable } from '@nestjs/common';

@Injectable()
export class MyPages {
  byToken(..._: unknown[]): Promise<never> {
    return Promise.reject(new Error('MyPages.byToken'));
  }
  start(..._: unknown[]): Promise<never> {
    return Promise.reject(new Error('MyPages.start'));
  }
  confirm(..._: unknown[]): Promise<never> {
    return Promise.reject(new Error('MyPages.confirm'));
  }
  edit(..._: unknown[]): Promise<never> {
    return Promise.reject(new Error('MyPages.edit'));
  }
}
