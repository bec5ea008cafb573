import { Injectable } from '@nestjs/common';
import { chapterByCampaign } from '@upstander/accounting';
import { Access } from '@upstander/identity';

/** Defines permissions for campaigns. Those without a chapter, and all partners, require an organization-wide role. */
@Injectable()
export class CampaignAccess {
  constructor(access: Access) {
    access.define('campaign', 'SELECT id, chapter_id FROM fundraising.campaign WHERE id = ANY ($1::uuid[])');
    access.define('page', chapterByCampaign('page'));
    access.define('campaign-update', chapterByCampaign('update'));
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
