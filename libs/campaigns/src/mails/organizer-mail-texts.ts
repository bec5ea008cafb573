import { publicStatuses } from '../campaigns/campaign-status.js';
import type { CampaignMail } from './campaign-mail.js';
import { words } from './organizer.mail.generated.js';

/**
 * The first email to an unverified address. It may belong to someone else, so the email repeats
 * nothing that was entered.
 */
export const fundraiserConfirm: CampaignMail = {
  name: 'fundraiser-confirm',
  stillTrue: ({ status }) => status === 'unconfirmed',
  letter({ locale, organization, manageUrl }) {
    const t = words[locale].confirm;
    return {
      subject: t.subject,
      heading: t.heading,
      blocks: [
        t.lead({ organization: organization }),
        t.how,
        { buttons: [{ label: t.button, url: manageUrl }] },
        t.keep,
        { small: t.notYou },
      ],
    };
  },
};

export const campaignApproved: CampaignMail = {
  name: 'campaign-approved',
  stillTrue: ({ status }) => publicStatuses.includes(status),
  letter({ locale, title, publicUrl, manageUrl, goal, campaign }) {
    const t = words[locale].approved;
    return {
      subject: t.subject({ title }),
      heading: t.heading,
      blocks: [
        t.lead({ goal, beneficiary: campaign.beneficiaryName }),
        t.ask,
        {
          buttons: [
            { label: t.see, url: publicUrl },
            { label: t.manage, url: manageUrl },
          ],
        },
      ],
    };
  },
};

export const campaignChangesRequested: CampaignMail = {
  name: 'campaign-changes-requested',
  stillTrue: ({ status }) => status === 'changes_requested',
  letter({ locale, title, manageUrl, campaign, organization }) {
    const t = words[locale].changesRequested;
    return {
      subject: t.subject({ title }),
      heading: t.heading,
      blocks: [
        t.lead,
        { quote: campaign.reviewNote ?? '', by: organization },
        { buttons: [{ label: t.button, url: manageUrl }] },
      ],
    };
  },
};

export const campaignRefused: CampaignMail = {
  name: 'campaign-refused',
  stillTrue: ({ status }) => status === 'refused',
  letter({ locale, title, campaign, organization }) {
    const t = words[locale].refused;
    return {
      subject: t.subject({ title }),
      heading: t.heading,
      blocks: [t.lead, { quote: campaign.reviewNote ?? '', by: organization }, t.answer],
    };
  },
};

export const campaignEnded: CampaignMail = {
  name: 'campaign-ended',
  stillTrue: ({ status }) => status === 'ended',
  letter({ locale, title, raised, goal, publicUrl, campaign }) {
    const t = words[locale].ended;
    return {
      subject: t.subject({ title }),
      heading: t.heading({ raised }),
      blocks: [
        t.lead({ raised, goal, beneficiary: campaign.beneficiaryName }),
        t.page,
        { buttons: [{ label: t.button, url: publicUrl }] },
      ],
    };
  },
};
