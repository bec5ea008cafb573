import { publicStatuses } from '../campaigns/campaign-status.js';
import type { CampaignEmailValues, CampaignFacts, CampaignMail } from './campaign-mail.js';
import { changeApproved, changeDeclined, seeOrManage } from './change-mails.js';

const isPublic = ({ status }: CampaignFacts) => publicStatuses.includes(status);

const owned = ({ title, publicUrl, manageUrl }: CampaignEmailValues) => ({
  kind: 'fundraiser' as const,
  title,
  publicUrl,
  manageUrl,
});

export const campaignEditApproved: CampaignMail = {
  name: 'campaign-edit-approved',
  stillTrue: isPublic,
  letter: {
    en: (about) => changeApproved.en(owned(about)),
    es: (about) => changeApproved.es(owned(about)),
  },
};

export const campaignEditDeclined: CampaignMail = {
  name: 'campaign-edit-declined',
  stillTrue: (campaign) => isPublic(campaign) && campaign.editNote !== null,
  letter: {
    en: (about) => changeDeclined.en(owned(about), about.campaign.editNote ?? '', about.organization),
    es: (about) => changeDeclined.es(owned(about), about.campaign.editNote ?? '', about.organization),
  },
};

export const updatePublished: CampaignMail = {
  name: 'update-published',
  stillTrue: isPublic,
  letter: {
    en: ({ title, publicUrl, manageUrl }) => ({
      subject: `Your news is public: ${title}`,
      heading: 'Your news is public',
      blocks: [
        'It’s on the page now, and donors who asked for news get it by email.',
        seeOrManage('en', { publicUrl, manageUrl }),
      ],
    }),
    es: ({ title, publicUrl, manageUrl }) => ({
      subject: `Tus novedades ya son públicas: ${title}`,
      heading: 'Tus novedades ya son públicas',
      blocks: [
        'Ya están en la página y llegan por correo a los donantes que pidieron novedades.',
        seeOrManage('es', { publicUrl, manageUrl }),
      ],
    }),
  },
};

export const updateDeclined: CampaignMail = {
  name: 'update-declined',
  stillTrue: isPublic,
  letter: {
    en: ({ title, manageUrl, contact }) => ({
      subject: `About your news: ${title}`,
      heading: 'Your news wasn’t published',
      blocks: [
        `We reviewed your news and didn’t publish it. To find out why, write to us: ${contact}. You can also write it again.`,
        { buttons: [{ label: 'Open your fundraiser', url: manageUrl }] },
      ],
    }),
    es: ({ title, manageUrl, contact }) => ({
      subject: `Sobre tus novedades: ${title}`,
      heading: 'No publicamos tus novedades',
      blocks: [
        `Leímos tus novedades y no las publicamos. Si quieres saber por qué, escríbenos: ${contact}. También puedes escribirlas de nuevo.`,
        { buttons: [{ label: 'Abrir tu campaña', url: manageUrl }] },
      ],
    }),
  },
};
