import { Inject, Injectable, Optional } from '@nestjs/common';
import { SmsProvider } from './provider/sms-provider.js';

/** The way out for texts. Without a provider, texts are off and everyone gets emails. */
@Injectable()
export class SmsTransport {
  constructor(@Optional() @Inject(SmsProvider) public provider: SmsProvider | null = null) {}

  get isEnabled(): boolean {
    return this.provider !== null;
  }
}
