import { publicStatuses } from '../campaigns/campaign-status.js';
import type { CampaignMail } from './campaign-mail.js';

/**
 * The first email to an unverified address. It may belong to someone else, so the email repeats
 * nothing that was entered.
 */
export const fundraiserConfirm: CampaignMail = {
  name: 'fundraiser-confirm',
  stillTrue: ({ status }) => status === 'unconfirmed',
  letter: {
    en: ({ organization, manageUrl }) => ({
      subject: 'Please confirm your fundraiser',
      heading: 'One step to go',
      blocks: [
        `Someone (we hope it was you) started a fundraiser for ${organization} with this email address.`,
        'Please read it one more time and confirm it. Then we’ll review it, usually within two business days, and email you.',
        { buttons: [{ label: 'Read and confirm', url: manageUrl }] },
        'Keep this email. On the same page you can edit your fundraiser, follow its progress and post updates.',
        { small: 'If this wasn’t you, you don’t have to do anything. Unconfirmed pages are deleted.' },
      ],
    }),
    es: ({ organization, manageUrl }) => ({
      subject: 'Confirma tu campaña',
      heading: 'Falta un paso',
      blocks: [
        `Alguien, esperamos que tú, empezó una campaña para ${organization} con esta dirección.`,
        'Léela una vez más y confírmala. Después la revisamos, normalmente en dos días hábiles, y te escribimos.',
        { buttons: [{ label: 'Leer y confirmar', url: manageUrl }] },
        'Guarda este correo: en la misma página puedes cambiar tu campaña, ver cómo va y escribir novedades.',
        { small: 'Si no fuiste tú, no tienes que hacer nada: lo que no se confirma se borra.' },
      ],
    }),
  },
};

export const campaignApproved: CampaignMail = {
  name: 'campaign-approved',
  stillTrue: ({ status }) => publicStatuses.includes(status),
  letter: {
    en: ({ title, publicUrl, manageUrl, goal, campaign }) => ({
      subject: `Your fundraiser is live: ${title}`,
      heading: 'Your fundraiser is live',
      blocks: [
        `Everyone can see it and give now. The goal is ${goal}, and the money goes to ${campaign.beneficiaryName}.`,
        'The first gifts come from people you ask yourself. Send the link to ten friends today.',
        {
          buttons: [
            { label: 'See the page', url: publicUrl },
            { label: 'Manage fundraiser', url: manageUrl },
          ],
        },
      ],
    }),
    es: ({ title, publicUrl, manageUrl, goal, campaign }) => ({
      subject: `Tu campaña ya está en línea: ${title}`,
      heading: 'Tu campaña ya está en línea',
      blocks: [
        `Ya todos pueden verla y donar. La meta es ${goal}, y el dinero va a ${campaign.beneficiaryName}.`,
        'Las primeras donaciones vienen de las personas que tú invitas: manda el enlace a diez personas hoy.',
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

export const campaignChangesRequested: CampaignMail = {
  name: 'campaign-changes-requested',
  stillTrue: ({ status }) => status === 'changes_requested',
  letter: {
    en: ({ title, manageUrl, campaign, organization }) => ({
      subject: `A change, please: ${title}`,
      heading: 'Almost there',
      blocks: [
        'Thank you for your fundraiser. Before it can go live, please make a change:',
        { quote: campaign.reviewNote ?? '', by: organization },
        { buttons: [{ label: 'Edit and submit again', url: manageUrl }] },
      ],
    }),
    es: ({ title, manageUrl, campaign, organization }) => ({
      subject: `Un cambio, por favor: ${title}`,
      heading: 'Ya casi está',
      blocks: [
        'Gracias por tu campaña. Antes de publicarla, cambia algo, por favor:',
        { quote: campaign.reviewNote ?? '', by: organization },
        { buttons: [{ label: 'Cambiarla y enviarla de nuevo', url: manageUrl }] },
      ],
    }),
  },
};

export const campaignRefused: CampaignMail = {
  name: 'campaign-refused',
  stillTrue: ({ status }) => status === 'refused',
  letter: {
    en: ({ title, campaign, organization }) => ({
      subject: `About your fundraiser: ${title}`,
      heading: 'We can’t publish this fundraiser',
      blocks: [
        'Thank you for wanting to help. We can’t publish this fundraiser, for this reason:',
        { quote: campaign.reviewNote ?? '', by: organization },
        'If you think we got it wrong, please reply to this email.',
      ],
    }),
    es: ({ title, campaign, organization }) => ({
      subject: `Sobre tu campaña: ${title}`,
      heading: 'No podemos publicar esta campaña',
      blocks: [
        'Gracias por querer ayudar. No podemos publicar esta campaña, y te debemos el motivo:',
        { quote: campaign.reviewNote ?? '', by: organization },
        'Si crees que nos equivocamos, responde a este correo.',
      ],
    }),
  },
};

export const campaignEnded: CampaignMail = {
  name: 'campaign-ended',
  stillTrue: ({ status }) => status === 'ended',
  letter: {
    en: ({ title, raised, goal, publicUrl, campaign }) => ({
      subject: `Your fundraiser has ended: ${title}`,
      heading: `${raised} raised`,
      blocks: [
        `Your fundraiser has ended. It raised ${raised} of ${goal} for ${campaign.beneficiaryName}. Thank you.`,
        'Its page stays up and shows where the money goes, to the cent. Your donors would love to hear from you one more time.',
        { buttons: [{ label: 'See where the money goes', url: publicUrl }] },
      ],
    }),
    es: ({ title, raised, goal, publicUrl, campaign }) => ({
      subject: `Tu campaña terminó: ${title}`,
      heading: `Se reunieron ${raised}`,
      blocks: [
        `Tu campaña terminó. Reunió ${raised} de ${goal} para ${campaign.beneficiaryName}. Gracias.`,
        'Su página sigue ahí y muestra al centavo a dónde va el dinero. A quienes donaron les gustará saber de ti una vez más.',
        { buttons: [{ label: 'Ver a dónde va el dinero', url: publicUrl }] },
      ],
    }),
  },
};
