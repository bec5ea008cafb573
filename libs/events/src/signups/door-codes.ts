import { Injectable } from '@nestjs/common';
import { SignedIds } from '@upstander/platform';

/**
 * Signs the QR code that a volunteer shows at check-in. It grants no access: check-in devices look it up on their list,
 * even offline.
 */
@Injectable()
export class DoorCodes {
  constructor(private readonly signedIds: SignedIds) {}

  doorCodeOf({ id, tokenVersion }: { id: string; tokenVersion: number }): string {
    return this.signedIds.sign('door', id, tokenVersion);
  }
}
