import { Injectable } from '@nestjs/common';

@Injectable()
export class Appeals {
  stop(..._: unknown[]): Promise<never> {
    return Promise.reject(new Error('Appeals.stop'));
  }
}
