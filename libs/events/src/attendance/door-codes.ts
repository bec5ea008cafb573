import { Injectable } from '@nestjs/common';
import { SignedIds } from '@upstander/platform';

/**
 * What a volunteer shows at the door: the sign-up's id, signed for this alone. It opens nothing: a phone at the door looks for it on
 * its list, without a network too, and only who already stands at that door can do anything with it.
 */
@Injectable()
export class DoorCodes {
  constructor(private readonly signedIds: SignedIds) {}

  doorCodeOf({ id, tokenVersion }: { id: string; tokenVersion: number }): string {
    return this.signedIds.sign('door', id, tokenVersion);
  }
}
