import { Injectable, type OnModuleInit } from '@nestjs/common';
import { chapterZone } from '@upstander/identity';
import { SmsZones } from '@upstander/notifications';
import { Database } from '@upstander/platform';

/** Tells when it is night for a volunteer: by the time zone of their home chapter. */
@Injectable()
export class ProfileZones implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly zones: SmsZones,
  ) {}

  onModuleInit(): void {
    this.zones.define(async (recipients) => {
      const rows = await this.db.query<{ recipient: string; zone: string }>(
        `SELECT lower(v.email::text) AS recipient, ${chapterZone('v.home_chapter_id')} AS zone
         FROM volunteers.volunteer v WHERE v.home_chapter_id IS NOT NULL AND v.email = ANY ($1::citext[])`,
        [recipients],
      );
      return new Map(rows.map(({ recipient, zone }) => [recipient, zone]));
    });
  }
}
