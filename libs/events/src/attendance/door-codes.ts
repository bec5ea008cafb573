import { Injectable } from '@nestjs/common';
import { SignedIds } from '@upstander/platform';

/**
 * Signs the QR code that a volunteer shows at check-in.
 * It grants no access: a check-in device looks it up on its list, even offline, and only staff at that event can use
 * it.
 */
@Injectable()
export class DoorCodes {
  constructor(private readonly signedIds: SignedIds) {}

  doorCodeOf({ id, tokenVersion }: { id: string; tokenVersion: number }): string {
    return this.signedIds.sign('door', id, tokenVersion);
  }
}
