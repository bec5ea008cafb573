import { Config } from '@upstander/platform';
import { Injectable } from '@nestjs/common';
import { HostCookie } from './host-cookie.js';

/** The cookie of somebody who is signed in: an opaque token. */
@Injectable()
export class SessionCookie extends HostCookie {
  constructor(config: Config) {
    super('session', config);
  }
}
