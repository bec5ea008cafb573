import { fundraiserTitle } from '@upstander/accounting';
import {
  replaceWith,
  emptiedValue,
  emptyText,
  namelessValue,
  placeholderAddress,
  personal,
  type PersonalTable,
  splitColumns,
} from '@upstander/platform';
import { createdIfUnconfirmed } from './campaign-data.js';

export const campaignPagePersonalData: PersonalTable = {
  noun: 'pages of mine',
  of: { fundraiser: 't.owner_email = $1' },
  erasure: 'columns',
  // An address that was never confirmed may not belong to the person who entered it.
  kept: '14 days unconfirmed, then as long as its gifts; anonymous after an erasure',
  forgotten: { erasureScope: 'row', after: 14, since: createdIfUnconfirmed },
  about: ['t.id', 't.campaign_id'],
  seenBy: 'everyone, while it is on the site',
  columns: {
    owner_name: personal.contact(namelessValue),
    owner_email: personal.contact(placeholderAddress),
    title: personal.content(namelessValue),
    story: personal.content(emptyText),
    slug: personal.content(replaceWith(`'erased-' || t.id`, 'becomes a placeholder')),
    photo_alt: personal.content(emptyText),
    edit: personal.content(emptiedValue),
    edit_note: personal.content(emptiedValue),
  },
  sets: {
    status: `CASE WHEN t.status IN ('in_review', 'live') THEN 'hidden' ELSE t.status END`,
    edit_at: 'NULL',
    // The photo is deleted (fundraising.delete_page_photos).
    photo_file_id: 'NULL',
    photo_agreed_at: 'NULL',
    gift_mails: 'false',
    token_version: 't.token_version + 1',
  },
  also: { ...fundraiserTitle, kind: 't.kind', status: 't.status', created_at: 't.created_at' },
  codes: { kind: 'pageKind', status: 'pageStatus' },
  others: splitColumns('kind locale status'),
};
