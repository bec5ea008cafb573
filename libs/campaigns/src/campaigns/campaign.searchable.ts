import { searchables } from '@upstander/platform';
import { publicCampaignSql } from './campaign-columns.js';

searchables.define({
  campaign: {
    description: 'A public campaign, including ended ones.',
    ways: [
      {
        from: 'fundraising.campaign c',
        where: `${publicCampaignSql} AND NOT c.is_general`,
        id: 'c.id',
        vector: 'c.search_vector',
        name: 'c.title',
        language: 'c.language',
        order: { sql: `(c.status = 'ended')`, type: 'other' },
      },
    ],
    face: {
      from: 'fundraising.campaign c WHERE c.id = page.id',
      slug: 'c.slug',
      title: 'c.title',
      text: `concat_ws(' ', nullif(c.summary, ''), c.story)`,
    },
  },
});
