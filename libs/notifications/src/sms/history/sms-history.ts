import { Field, ObjectType } from '@nestjs/graphql';
import { Injectable } from '@nestjs/common';
import { Database, selectList } from '@upstander/platform';
import { SmsConsents } from '../consent/sms-consents.service.js';
import { ShownSmsConsent } from '../consent/sms-consent.entity.js';
import { ShownSms, Sms } from '../outbox/sms.entity.js';

@ObjectType({ description: 'Texts of a person.' })
export class SmsHistory {
  @Field(() => [ShownSmsConsent], { description: 'All consents to texts, newest first. At most one is current.' })
  consents!: ShownSmsConsent[];
  @Field(() => [ShownSms], { description: 'The latest 20 texts, without codes, newest first.' }) texts!: ShownSms[];
}

const columns = selectList(Sms, 's', 'staff');

@Injectable()
export class SmsHistoryReader {
  constructor(
    private readonly db: Database,
    private readonly consents: SmsConsents,
  ) {}

  async find(recipient: string): Promise<SmsHistory> {
    const texts = await this.db.query<ShownSms>(
      `SELECT ${columns} FROM notifications.sms s WHERE s.recipient = $1 AND s.consent_id IS NOT NULL
       ORDER BY s.created_at DESC, s.id LIMIT 20`,
      [recipient],
    );
    return { consents: await this.consents.find(recipient), texts };
  }
}
