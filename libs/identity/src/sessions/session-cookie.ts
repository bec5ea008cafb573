import { Config } from '@upstander/platform';
import { Injectable } from '@nestjs/common';
import { HostCookie } from './host-cookie.js';

@Injectable()
export class SessionCookie extends HostCookie {
  constructor(config: Config) {
    super('session', config);
  }
}
