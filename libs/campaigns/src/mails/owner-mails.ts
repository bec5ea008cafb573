import { publicStatuses } from '../campaigns/campaign-status.js';
import type { CampaignEmailValues, CampaignFacts, CampaignMail } from './campaign-mail.js';
import { changeApproved, changeDeclined, linkToPage } from './change-mails.js';
import { words } from './update.mail.generated.js';

const isPublic = ({ status }: CampaignFacts) => publicStatuses.includes(status);

const toFundraiser = ({ locale, title, publicUrl, manageUrl }: CampaignEmailValues) => ({
  locale,
  kind: 'fundraiser' as const,
  title,
  publicUrl,
  manageUrl,
});

export const campaignEditApproved: CampaignMail = {
  name: 'campaign-edit-approved',
  stillTrue: isPublic,
  letter: (about) => changeApproved(toFundraiser(about)),
};

export const campaignEditDeclined: CampaignMail = {
  name: 'campaign-edit-declined',
  stillTrue: (campaign) => isPublic(campaign) && campaign.editNote !== null,
  letter: (about) => changeDeclined(toFundraiser(about), about.campaign.editNote ?? '', about.organization),
};

export const updatePublished: CampaignMail = {
  name: 'update-published',
  stillTrue: isPublic,
  letter({ locale, title, publicUrl, manageUrl }) {
    const t = words[locale].published;
    return {
      subject: t.subject({ title }),
      heading: t.heading,
      blocks: [t.lead, linkToPage({ locale, publicUrl, manageUrl })],
    };
  },
};

export const updateDeclined: CampaignMail = {
  name: 'update-declined',
  stillTrue: isPublic,
  letter({ locale, title, manageUrl, contact }) {
    const t = words[locale].declined;
    return {
      subject: t.subject({ title }),
      heading: t.heading,
      blocks: [t.lead({ address: contact }), { buttons: [{ label: t.button, url: manageUrl }] }],
    };
  },
};
