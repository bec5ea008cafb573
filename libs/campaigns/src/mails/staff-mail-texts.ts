import { publicStatuses } from '../campaigns/campaign-status.js';
import type { CampaignMail } from './campaign-mail.js';

export const campaignSubmitted: CampaignMail = {
  name: 'campaign-submitted',
  stillTrue: ({ status }) => status === 'in_review',
  letter: {
    en: ({ title, campaign, goal, deskUrl }) => ({
      subject: `To review: ${title}`,
      heading: 'A fundraiser is waiting for your review',
      blocks: [
        `${campaign.organizerName} would like to raise ${goal} for ${campaign.beneficiaryName}.`,
        { buttons: [{ label: 'Review', url: deskUrl }] },
      ],
    }),
    es: ({ title, campaign, goal, deskUrl }) => ({
      subject: `Por revisar: ${title}`,
      heading: 'Una campaña espera tu revisión',
      blocks: [
        `${campaign.organizerName} quiere reunir ${goal} para ${campaign.beneficiaryName}.`,
        { buttons: [{ label: 'Revisarla', url: deskUrl }] },
      ],
    }),
  },
};

export const campaignEdited: CampaignMail = {
  name: 'campaign-edited',
  stillTrue: ({ editWaits }) => editWaits,
  letter: {
    en: ({ title, campaign, deskUrl }) => ({
      subject: `A change to review: ${title}`,
      heading: 'A change is waiting for your review',
      blocks: [
        `${campaign.organizerName} changed the text of a public fundraiser. Until you’ve reviewed it, everyone sees the old one.`,
        { buttons: [{ label: 'Review', url: deskUrl }] },
      ],
    }),
    es: ({ title, campaign, deskUrl }) => ({
      subject: `Un cambio por revisar: ${title}`,
      heading: 'Un cambio espera tu revisión',
      blocks: [
        `${campaign.organizerName} escribió textos nuevos para una campaña pública. Hasta que los leas, todos ven los de antes.`,
        { buttons: [{ label: 'Revisarlo', url: deskUrl }] },
      ],
    }),
  },
};

export const updateSubmitted: CampaignMail = {
  name: 'update-submitted',
  stillTrue: ({ status }) => publicStatuses.includes(status),
  letter: {
    en: ({ title, campaign, deskUrl }) => ({
      subject: `News to review: ${title}`,
      heading: 'News is waiting for your review',
      blocks: [
        `${campaign.organizerName} wrote news. Once you publish it, it appears on the page and goes to the donors who asked for news.`,
        { buttons: [{ label: 'Review', url: deskUrl }] },
      ],
    }),
    es: ({ title, campaign, deskUrl }) => ({
      subject: `Novedades por leer: ${title}`,
      heading: 'Unas novedades esperan tu revisión',
      blocks: [
        `${campaign.organizerName} escribió novedades. Cuando las publiques, saldrán en la página y llegarán a los donantes que las pidieron.`,
        { buttons: [{ label: 'Leerlas', url: deskUrl }] },
      ],
    }),
  },
};

export const pageSubmitted: CampaignMail = {
  name: 'page-submitted',
  stillTrue: ({ status }) => publicStatuses.includes(status),
  letter: {
    en: ({ title, deskUrl }) => ({
      subject: `A page to review: ${title}`,
      heading: 'A page is waiting for your review',
      blocks: [
        `Someone created a page under ${title} and confirmed their address. Once you publish it, they can ask their friends.`,
        { buttons: [{ label: 'Review', url: deskUrl }] },
      ],
    }),
    es: ({ title, deskUrl }) => ({
      subject: `Una página por revisar: ${title}`,
      heading: 'Una página espera tu revisión',
      blocks: [
        `Alguien hizo una página dentro de ${title} y confirmó su dirección. Cuando la muestres, podrá invitar a sus amistades.`,
        { buttons: [{ label: 'Revisarla', url: deskUrl }] },
      ],
    }),
  },
};

export const disbursementOverdue: CampaignMail = {
  name: 'disbursement-overdue',
  stillTrue: ({ disbursableMinor }) => BigInt(disbursableMinor) > 0n,
  letter: {
    en: ({ title, disbursable, deskUrl, campaign }) => ({
      subject: `Payout overdue: ${title}`,
      heading: `${disbursable} is waiting to be sent to ${campaign.beneficiaryName}`,
      blocks: [
        'This money is past your payout deadline. Please send it and record it with the receipt of the transfer, so donors can see it.',
        { buttons: [{ label: 'Open the fundraiser', url: deskUrl }] },
      ],
    }),
    es: ({ title, disbursable, deskUrl, campaign }) => ({
      subject: `El dinero espera demasiado: ${title}`,
      heading: `${disbursable} espera a ${campaign.beneficiaryName}`,
      blocks: [
        'Este dinero lleva aquí más tiempo del que permiten las reglas. Envíalo y regístralo con su comprobante, para que quienes donaron lo vean.',
        { buttons: [{ label: 'Abrir la campaña', url: deskUrl }] },
      ],
    }),
  },
};
