import type { About, OpportunityMail, OpportunityMailFacts } from './opportunity-mail.js';

const sameTerm = ({ expiresAt }: OpportunityMailFacts, data: Record<string, unknown>) =>
  expiresAt?.toISOString() === data['expiresAt'];
const open = (label: string, { opportunityUrl }: About) => ({ buttons: [{ label, url: opportunityUrl }] });

export const opportunityApproved: OpportunityMail = {
  name: 'opportunity-approved',
  stillTrue: ({ status }) => status === 'published' || status === 'expiring',
  text: {
    en: (about) => ({
      subject: `Your opportunity is on the site: ${about.title}`,
      heading: 'Your opportunity is on the site',
      blocks: [
        `Someone on our team has reviewed “${about.title}”, and people can see it now. It stays up until ${about.until}. Before then, we’ll ask you if it’s still open.`,
        'People who are interested write to us first. When someone wants to meet you, we’ll introduce you.',
        'If you edit it, it’s off the site until we’ve reviewed it again.',
        { buttons: [{ label: 'See it on the site', url: about.publicUrl }] },
        open('Your opportunity', about),
      ],
    }),
    es: (about) => ({
      subject: `Tu oportunidad ya está en el sitio: ${about.title}`,
      heading: 'Tu oportunidad ya está en el sitio',
      blocks: [
        `Una persona de nuestro equipo leyó «${about.title}» y ya se puede ver. Se queda hasta el ${about.until}; antes te preguntaremos si sigue.`,
        'Quien tenga interés nos escribe primero a nosotros. Cuando alguien quiera conocerte, hacemos la presentación.',
        'Si la cambias, sale del sitio hasta que la leamos otra vez.',
        { buttons: [{ label: 'Verla en el sitio', url: about.publicUrl }] },
        open('Tu oportunidad', about),
      ],
    }),
  },
};

export const opportunityChangesRequested: OpportunityMail = {
  name: 'opportunity-changes-requested',
  stillTrue: ({ status }) => status === 'changes_requested',
  text: {
    en: (about) => ({
      subject: `A change, please: ${about.title}`,
      heading: 'We need something from you',
      blocks: [
        `We’ve reviewed “${about.title}”. Before we can publish it, please change this:`,
        { quote: about.opportunity.statusReason, by: about.organization },
        'Nothing you wrote is lost.',
        open('Edit and submit', about),
      ],
    }),
    es: (about) => ({
      subject: `Un cambio, por favor: ${about.title}`,
      heading: 'Necesitamos algo de ti',
      blocks: [
        `Leímos «${about.title}». Antes de que se pueda ver, cambia esto, por favor:`,
        { quote: about.opportunity.statusReason, by: about.organization },
        'No se pierde nada de lo que escribiste.',
        open('Cambiarla y enviarla', about),
      ],
    }),
  },
};

export const opportunityRefused: OpportunityMail = {
  name: 'opportunity-refused',
  stillTrue: ({ status }) => status === 'refused',
  text: {
    en: (about) => ({
      subject: `We can’t publish this opportunity: ${about.title}`,
      heading: 'We can’t publish this opportunity',
      blocks: [
        `We’ve reviewed “${about.title}” and decided not to publish it. The reason:`,
        { quote: about.opportunity.statusReason, by: about.organization },
        'You can post another one. If you think we got something wrong, please reply to this email.',
        open('Your opportunity', about),
      ],
    }),
    es: (about) => ({
      subject: `No podemos mostrar esta oportunidad: ${about.title}`,
      heading: 'No podemos mostrar esta oportunidad',
      blocks: [
        `Leímos «${about.title}» y decidimos no mostrarla. El motivo:`,
        { quote: about.opportunity.statusReason, by: about.organization },
        'Puedes escribir otra. Si crees que nos equivocamos, responde a este correo.',
        open('Tu oportunidad', about),
      ],
    }),
  },
};

export const opportunityExpiring: OpportunityMail = {
  name: 'opportunity-expiring',
  stillTrue: (opportunity, data) =>
    (opportunity.status === 'published' || opportunity.status === 'expiring') && sameTerm(opportunity, data),
  text: {
    en: (about) => ({
      subject: `Still open? ${about.title}`,
      heading: 'Is it still open?',
      blocks: [
        `“${about.title}” comes off the site on ${about.until}. Let us know if it’s still open or if you’ve found someone.`,
        { buttons: [{ label: 'Still open, or filled', url: about.linkUrl }] },
        ...(about.readFirst
          ? [
              'You’ve renewed it a few times already, so someone on our team will review it first. Until then, it’s off the site.',
            ]
          : []),
        { small: 'If you do nothing, it comes off the site automatically. You can renew it later.' },
      ],
    }),
    es: (about) => ({
      subject: `¿Sigue abierta? ${about.title}`,
      heading: '¿Sigue abierta?',
      blocks: [
        `«${about.title}» sale del sitio el ${about.until}. Dinos si sigue, o si ya encontraste a alguien.`,
        { buttons: [{ label: 'Sigue, o ya está cubierta', url: about.linkUrl }] },
        ...(about.readFirst
          ? [
              'Ya la renovaste varias veces, así que una persona de nuestro equipo la lee antes de que siga. Mientras tanto sale del sitio.',
            ]
          : []),
        { small: 'Si no haces nada, sale del sitio sola. Puedes traerla de vuelta después.' },
      ],
    }),
  },
};

export const opportunityExpired: OpportunityMail = {
  name: 'opportunity-expired',
  stillTrue: (opportunity, data) => opportunity.status === 'expired' && sameTerm(opportunity, data),
  text: {
    en: (about) => ({
      subject: `Off the site: ${about.title}`,
      heading: 'Your opportunity is off the site',
      blocks: [
        `“${about.title}” expired on ${about.until}, and no one can see it now. If it’s still open, renew it.`,
        { buttons: [{ label: 'Renew it, or mark it as filled', url: about.linkUrl }] },
      ],
    }),
    es: (about) => ({
      subject: `Fuera del sitio: ${about.title}`,
      heading: 'Tu oportunidad salió del sitio',
      blocks: [
        `«${about.title}» venció el ${about.until} y ya nadie la ve. Si sigue abierta, tráela de vuelta.`,
        { buttons: [{ label: 'Traerla de vuelta, o ya está cubierta', url: about.linkUrl }] },
      ],
    }),
  },
};
