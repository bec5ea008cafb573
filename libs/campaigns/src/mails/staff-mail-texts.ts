import { publicStatuses } from '../campaigns/campaign-status.js';
import type { CampaignMail } from './campaign-mail.js';
import { words } from './staff.mail.generated.js';

export const campaignSubmitted: CampaignMail = {
  name: 'campaign-submitted',
  stillTrue: ({ status }) => status === 'in_review',
  letter({ locale, title, campaign, goal, deskUrl }) {
    const t = words[locale].submitted;
    return {
      subject: t.subject({ title }),
      heading: t.heading,
      blocks: [
        t.lead({ name: campaign.organizerName, goal, beneficiary: campaign.beneficiaryName }),
        { buttons: [{ label: t.button, url: deskUrl }] },
      ],
    };
  },
};

export const campaignEdited: CampaignMail = {
  name: 'campaign-edited',
  stillTrue: ({ editWaits }) => editWaits,
  letter({ locale, title, campaign, deskUrl }) {
    const t = words[locale].edited;
    return {
      subject: t.subject({ title }),
      heading: t.heading,
      blocks: [t.lead({ name: campaign.organizerName }), { buttons: [{ label: t.button, url: deskUrl }] }],
    };
  },
};

export const updateSubmitted: CampaignMail = {
  name: 'update-submitted',
  stillTrue: ({ status }) => publicStatuses.includes(status),
  letter({ locale, title, campaign, deskUrl }) {
    const t = words[locale].update;
    return {
      subject: t.subject({ title }),
      heading: t.heading,
      blocks: [t.lead({ name: campaign.organizerName }), { buttons: [{ label: t.button, url: deskUrl }] }],
    };
  },
};

export const pageSubmitted: CampaignMail = {
  name: 'page-submitted',
  stillTrue: ({ status }) => publicStatuses.includes(status),
  letter({ locale, title, deskUrl }) {
    const t = words[locale].page;
    return {
      subject: t.subject({ title }),
      heading: t.heading,
      blocks: [t.lead({ title }), { buttons: [{ label: t.button, url: deskUrl }] }],
    };
  },
};

export const disbursementOverdue: CampaignMail = {
  name: 'disbursement-overdue',
  stillTrue: ({ disbursableMinor }) => BigInt(disbursableMinor) > 0n,
  letter({ locale, title, disbursable, campaign, deskUrl }) {
    const t = words[locale].overdue;
    return {
      subject: t.subject({ title }),
      heading: t.heading({ amount: disbursable, beneficiary: campaign.beneficiaryName }),
      blocks: [t.lead, { buttons: [{ label: t.button, url: deskUrl }] }],
    };
  },
};
