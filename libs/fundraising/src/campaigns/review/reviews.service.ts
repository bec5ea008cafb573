import { Injectable } from '@nestjs/common';

@Injectable()
export class Reviews {
  submit(..._: unknown[]): Promise<never> {
    return Promise.reject(new Error('Reviews.submit'));
  }
  approve(..._: unknown[]): Promise<never> {
    return Promise.reject(new Error('Reviews.approve'));
  }
  requestChanges(..._: unknown[]): Promise<never> {
    return Promise.reject(new Error('Reviews.requestChanges'));
  }
  refuse(..._: unknown[]): Promise<never> {
    return Promise.reject(new Error('Reviews.refuse'));
  }
  pause(..._: unknown[]): Promise<never> {
    return Promise.reject(new Error('Reviews.pause'));
  }
  resume(..._: unknown[]): Promise<never> {
    return Promise.reject(new Error('Reviews.resume'));
  }
  end(..._: unknown[]): Promise<never> {
    return Promise.reject(new Error('Reviews.end'));
  }
}
