import { Injectable } from '@nestjs/common';
import { Clock, Database } from '@upstander/platform';
import { SmsTransport } from '../sms-transport.js';
import { SmsChannel } from './sms-channel.js';
import { SmsConsents, wordingVersion } from './sms-consents.service.js';
import type { SmsPreference } from './sms-preference.js';

interface SmsState {
  channel: SmsChannel | null;
  number: string | null;
  since: Date | null;
  pendingNumber: string | null;
  hasCodeFailed: boolean;
}

@Injectable()
export class SmsPreferences {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly transport: SmsTransport,
    private readonly consents: SmsConsents,
  ) {}

  /** A personal link, which may have been forwarded, doesn't show numbers. */
  async find(recipient: string, isSignedIn: boolean): Promise<SmsPreference> {
    const [row] = await this.db.query<SmsState>(
      `SELECT c.channel, c.number, c.given_at AS since, code.number AS "pendingNumber",
         coalesce(text.status IN ('failed', 'undelivered'), false) AS "hasCodeFailed"
       FROM (SELECT $1::citext AS recipient) r
         LEFT JOIN notifications.sms_consent c ON c.recipient = r.recipient AND c.revoked_at IS NULL
         LEFT JOIN LATERAL (SELECT * FROM notifications.sms_code s WHERE s.recipient = r.recipient
           ORDER BY s.created_at DESC LIMIT 1) code ON code.used_at IS NULL AND code.expires_at > $2
         LEFT JOIN notifications.sms text ON text.code_id = code.id`,
      [recipient, this.clock.now()],
    );
    const { channel, number, since, pendingNumber, hasCodeFailed } = row!;
    return {
      isAvailable: this.transport.isEnabled,
      channel: channel ?? SmsChannel.EMAIL,
      number: isSignedIn ? number : null,
      since,
      pendingNumber: isSignedIn ? pendingNumber : null,
      hasCodeFailed,
      wording: this.consents.wordingIn('en'),
      wordingEs: this.consents.wordingIn('es'),
      wordingVersion,
    };
  }
}
