import { Injectable } from '@nestjs/common';
import { Access } from '@upstander/identity';
import { Idempotency } from '@upstander/platform';

/** What recording money by hand shares. */
@Injectable()
export class OfflineTools {
  constructor(
    readonly access: Access,
    readonly idempotency: Idempotency,
  ) {}
}
