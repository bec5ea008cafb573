import { publicStatuses } from '../campaign-status.js';
import type { CampaignFacts, CampaignMail } from './campaign-mail.js';

const isPublic = ({ status }: CampaignFacts) => publicStatuses.includes(status);

/** What whoever started a fundraiser hears of what they wrote for it while it is public: their edit and their news. */
export const campaignEditApproved: CampaignMail = {
  name: 'campaign-edit-approved',
  stillTrue: isPublic,
  letter: {
    en: ({ title, publicUrl, manageUrl }) => ({
      subject: `Your change is public: ${title}`,
      heading: 'Your change is public',
      blocks: [
        'We have read your new words, and everybody can see them now.',
        {
          buttons: [
            { label: 'See the page', url: publicUrl },
            { label: 'Manage it', url: manageUrl },
          ],
        },
      ],
    }),
    es: ({ title, publicUrl, manageUrl }) => ({
      subject: `Tu cambio ya es público: ${title}`,
      heading: 'Tu cambio ya es público',
      blocks: [
        'Leímos tus textos nuevos y ya todos pueden verlos.',
        {
          buttons: [
            { label: 'Ver la página', url: publicUrl },
            { label: 'Administrarla', url: manageUrl },
          ],
        },
      ],
    }),
  },
};

export const campaignEditDeclined: CampaignMail = {
  name: 'campaign-edit-declined',
  stillTrue: (campaign) => isPublic(campaign) && campaign.editNote !== null,
  letter: {
    en: ({ title, manageUrl, campaign, organisation }) => ({
      subject: `About your change: ${title}`,
      heading: 'We did not take over your change',
      blocks: [
        'Your fundraiser stays public as it was. This is why we did not take over the new words:',
        { quote: campaign.editNote ?? '', by: organisation },
        'What you wrote is still there: change it and save it again.',
        { buttons: [{ label: 'Open your fundraiser', url: manageUrl }] },
      ],
    }),
    es: ({ title, manageUrl, campaign, organisation }) => ({
      subject: `Sobre tu cambio: ${title}`,
      heading: 'No publicamos tu cambio',
      blocks: [
        'Tu campaña sigue en línea como estaba. Por esto no publicamos los textos nuevos:',
        { quote: campaign.editNote ?? '', by: organisation },
        'Lo que escribiste sigue ahí: cámbialo y guárdalo otra vez.',
        { buttons: [{ label: 'Abrir tu campaña', url: manageUrl }] },
      ],
    }),
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
        'It is on the page now, and goes by mail to the donors who asked for news.',
        {
          buttons: [
            { label: 'See the page', url: publicUrl },
            { label: 'Manage it', url: manageUrl },
          ],
        },
      ],
    }),
    es: ({ title, publicUrl, manageUrl }) => ({
      subject: `Tus novedades ya son públicas: ${title}`,
      heading: 'Tus novedades ya son públicas',
      blocks: [
        'Ya están en la página y llegan por correo a los donantes que pidieron novedades.',
        {
          buttons: [
            { label: 'Ver la página', url: publicUrl },
            { label: 'Administrarla', url: manageUrl },
          ],
        },
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
      heading: 'Your news was not published',
      blocks: [
        `We read your news and did not publish it. To hear why, write to us: ${contact}. You can also write it again.`,
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
