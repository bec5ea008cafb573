import { Injectable } from '@nestjs/common';
import { SignedIds } from '@upstander/platform';

/** The QR code grants no access: check-in devices look it up on their list, even offline. */
@Injectable()
export class DoorCodes {
  constructor(private readonly signedIds: SignedIds) {}

  doorCodeOf({ id, tokenVersion }: { id: string; tokenVersion: number }): string {
    return this.signedIds.sign('door', id, tokenVersion);
  }
}
