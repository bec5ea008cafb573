import { Injectable } from '@nestjs/common';

@Injectable()
export class Updates {
  post(..._: unknown[]): Promise<never> {
    return Promise.reject(new Error('Updates.post'));
  }
  setStatus(..._: unknown[]): Promise<never> {
    return Promise.reject(new Error('Updates.setStatus'));
  }
}
