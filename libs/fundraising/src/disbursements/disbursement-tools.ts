import { Injectable } from '@nestjs/common';
import { Access, TwoPeople } from '@upstander/identity';
import { Idempotency } from '@upstander/platform';
import { DisbursementPost } from './disbursement-post.js';

/** What handing money over shares. */
@Injectable()
export class DisbursementTools {
  constructor(
    readonly access: Access,
    readonly idempotency: Idempotency,
    readonly post: DisbursementPost,
    readonly people: TwoPeople,
  ) {}
}
