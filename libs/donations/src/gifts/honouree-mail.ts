import { Injectable, type OnModuleInit } from '@nestjs/common';
import { joinGift, publicName, withPreview } from '@upstander/accounting';
import { MailTemplates } from '@upstander/notifications';
import { selectList, Config, Database } from '@upstander/platform';
import { Dedication } from './dedication.entity.js';
import { renderHonoureeNotice, type HonoureeFacts } from './honouree-notice.mail.js';

@Injectable()
export class HonoureeMail implements OnModuleInit {
  constructor(
    private readonly templates: MailTemplates,
    private readonly db: Database,
    private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.templates.define<HonoureeFacts & { notifyEmail: string }>({
      name: 'honouree-notice',
      load: (ids) => this.honourees(ids),
      // Skipped once the donor names a different recipient.
      isStillRelevant: ({ notifyEmail }, _, { recipient }) => notifyEmail.toLowerCase() === recipient.toLowerCase(),
      write: (facts, locale) => withPreview(renderHonoureeNotice(facts, locale)),
    });
  }

  private async honourees(giftIds: readonly string[]): Promise<Map<string, HonoureeFacts & { notifyEmail: string }>> {
    const rows = await this.db.query<HonoureeFacts & { giftId: string; notifyEmail: string }>(
      `SELECT g.id AS "giftId", ${selectList(Dedication, 'd', 'owner')}, ${publicName} AS giver, c.title AS "campaignTitle", $2 AS organization
       FROM fundraising.dedication d ${joinGift('d')}
       WHERE g.id = ANY ($1::uuid[]) AND g.status IN ('paid', 'partly_refunded') AND d.notify_email IS NOT NULL`,
      [giftIds, this.config.ORGANIZATION_NAME],
    );
    return new Map(rows.map((row) => [row.giftId, row]));
  }
}
