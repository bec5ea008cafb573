import { Injectable } from '@nestjs/common';
import { Access } from '@upstander/identity';

/** Defines permissions for campaigns. Those without a chapter, and all partners, require an organization-wide role. */
@Injectable()
export class CampaignAccess {
  constructor(access: Access) {
    access.define('campaign', 'SELECT id, chapter_id FROM fundraising.campaign WHERE id = ANY ($1::uuid[])');
    for (const [noun, table] of [
      ['page', 'fundraising.page'],
      ['campaign-update', 'fundraising.update'],
    ] as const) {
      access.define(
        noun,
        `SELECT t.id, c.chapter_id FROM ${table} t JOIN fundraising.campaign c ON c.id = t.campaign_id
         WHERE t.id = ANY ($1::uuid[])`,
      );
    }
    access.define(
      'beneficiary',
      'SELECT id, NULL::uuid AS chapter_id FROM fundraising.beneficiary WHERE id = ANY ($1::uuid[])',
    );
    access.permit('chapter:raise-funds', ['organizer']);
    access.permit('campaign:read', ['finance', 'moderator', 'organizer']);
    access.permit('campaign:edit', ['organizer']);
    access.permit('campaign:stop', ['finance', 'moderator', 'organizer']);
    access.permit('campaign:review', ['finance', 'moderator']);
    access.permit('page:review', ['finance', 'moderator', 'organizer']);
    access.permit('campaign-update:review', ['finance', 'moderator', 'organizer']);
    access.permit('beneficiary:edit', ['finance']);
  }
}
