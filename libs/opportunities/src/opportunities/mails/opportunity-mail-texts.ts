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
        `Somebody on our team has read “${about.title}”, and people can see it now. It stays until ${about.until}; before that we ask you whether it goes on.`,
        'Whoever is interested writes to us first. When somebody wants to meet you, we bring you together.',
        'If you change it, it leaves the site until we have read it again.',
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
        `We have read “${about.title}”. Before people can see it, please change this:`,
        { quote: about.opportunity.statusReason, by: about.organisation },
        'Nothing of what you wrote is lost.',
        open('Change it and submit it', about),
      ],
    }),
    es: (about) => ({
      subject: `Un cambio, por favor: ${about.title}`,
      heading: 'Necesitamos algo de ti',
      blocks: [
        `Leímos «${about.title}». Antes de que se pueda ver, cambia esto, por favor:`,
        { quote: about.opportunity.statusReason, by: about.organisation },
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
      subject: `We cannot show this opportunity: ${about.title}`,
      heading: 'We cannot show this opportunity',
      blocks: [
        `We have read “${about.title}” and decided not to show it. The reason:`,
        { quote: about.opportunity.statusReason, by: about.organisation },
        'You can write another one. If you think we got something wrong, please answer this mail.',
        open('Your opportunity', about),
      ],
    }),
    es: (about) => ({
      subject: `No podemos mostrar esta oportunidad: ${about.title}`,
      heading: 'No podemos mostrar esta oportunidad',
      blocks: [
        `Leímos «${about.title}» y decidimos no mostrarla. La razón:`,
        { quote: about.opportunity.statusReason, by: about.organisation },
        'Puedes escribir otra. Si crees que nos equivocamos, contesta este correo.',
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
        `“${about.title}” leaves the site on ${about.until}. Tell us whether it goes on, or whether you have found somebody.`,
        { buttons: [{ label: 'It goes on, or it is filled', url: about.linkUrl }] },
        ...(about.readFirst
          ? [
              'You have renewed it a few times already, so somebody on our team reads it before it goes on. It leaves the site until then.',
            ]
          : []),
        { small: 'If you do nothing, it leaves the site automatically. You can bring it back later.' },
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
      heading: 'Your opportunity has left the site',
      blocks: [
        `The time of “${about.title}” was over on ${about.until}, and nobody sees it now. If it is still open, bring it back.`,
        { buttons: [{ label: 'Bring it back, or say it is filled', url: about.linkUrl }] },
      ],
    }),
    es: (about) => ({
      subject: `Fuera del sitio: ${about.title}`,
      heading: 'Tu oportunidad salió del sitio',
      blocks: [
        `El tiempo de «${about.title}» terminó el ${about.until} y ya nadie la ve. Si sigue abierta, tráela de vuelta.`,
        { buttons: [{ label: 'Traerla de vuelta, o ya está cubierta', url: about.linkUrl }] },
      ],
    }),
  },
};
