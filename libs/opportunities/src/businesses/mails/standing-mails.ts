import type { About, BusinessMail } from './business-mail.js';

const open = (label: string, { statusUrl }: About) => ({ buttons: [{ label, url: statusUrl }] });

export const businessSuspended: BusinessMail = {
  name: 'business-suspended',
  stillTrue: ({ status }) => status === 'suspended',
  text: {
    en: (about) => ({
      subject: `Your opportunities are hidden: ${about.name}`,
      heading: 'We’ve hidden your opportunities',
      blocks: [
        `From now on, nothing from ${about.name} is shown. The reason:`,
        { quote: about.business.statusReason, by: about.organization },
        'If you can clear this up, please reply to this email. We’d like to hear from you.',
        open('View status', about),
      ],
    }),
    es: (about) => ({
      subject: `Tus oportunidades no se muestran: ${about.name}`,
      heading: 'Detuvimos tus oportunidades',
      blocks: [
        `Desde ahora no se muestra nada de ${about.name}. El motivo:`,
        { quote: about.business.statusReason, by: about.organization },
        'Si puedes aclararlo, responde a este correo, por favor. Preferimos saberlo.',
        open('Ver cómo está', about),
      ],
    }),
  },
};

export const businessRechecked: BusinessMail = {
  name: 'business-rechecked',
  stillTrue: ({ status }) => status === 'in_review' || status === 'submitted',
  text: {
    en: (about) => ({
      subject: `We’re reviewing again: ${about.name}`,
      heading: 'We’re reviewing your business again',
      blocks: [
        `We could no longer confirm something we rely on, so we’re reviewing ${about.name} again. Until then, your opportunities are hidden. They come back automatically once two people on our team approve your business again.`,
        'You don’t have to do anything now. If we need something from you, we’ll email you.',
        open('View status', about),
      ],
    }),
    es: (about) => ({
      subject: `Estamos revisando de nuevo: ${about.name}`,
      heading: 'Estamos revisando tu empresa de nuevo',
      blocks: [
        `Ya no pudimos confirmar algo en lo que nos apoyamos, así que revisamos ${about.name} otra vez. Mientras tanto, tus oportunidades no se muestran; vuelven solas cuando dos personas de nuestro equipo hayan dicho que sí otra vez.`,
        'Por ahora no tienes que hacer nada. Si necesitamos algo, te escribimos.',
        open('Ver cómo va', about),
      ],
    }),
  },
};

export const businessLapsing: BusinessMail = {
  name: 'business-lapsing',
  // Applies only to this approval. Skipped once renewal is requested or done.
  stillTrue: ({ status, renewing, approvedUntil }, data) =>
    status === 'approved' && !renewing && approvedUntil === data['until'],
  text: {
    en: (about) => ({
      subject: `Please renew by ${about.until}: ${about.name}`,
      heading: `Your approval ends on ${about.until}`,
      blocks: [
        'We review every business once a year. If you submit yours now, your opportunities stay up during the review.',
        `Otherwise they’ll be hidden after ${about.until}.`,
        open('Check details and renew', about),
      ],
    }),
    es: (about) => ({
      subject: `Renueva antes del ${about.until}: ${about.name}`,
      heading: `Tu aprobación termina el ${about.until}`,
      blocks: [
        'Revisamos cada empresa una vez al año. Si la envías ahora, tus oportunidades siguen a la vista mientras la revisamos.',
        `Si no, se ocultan después del ${about.until}.`,
        open('Revisar los datos y renovar', about),
      ],
    }),
  },
};

export const businessLapsed: BusinessMail = {
  name: 'business-lapsed',
  stillTrue: ({ status }) => status === 'lapsed' || status === 'submitted',
  text: {
    en: (about) => ({
      subject: `Your approval has ended: ${about.name}`,
      heading: 'Your opportunities are hidden for now',
      blocks:
        about.business.status === 'submitted'
          ? [
              'Your one-year approval has ended, and we haven’t finished reviewing your business again. That’s on us. Your opportunities come back as soon as two people on our team approve it.',
              open('View status', about),
            ]
          : [
              'Your one-year approval has ended, so your opportunities are hidden. Nothing is lost. Check your details and submit your business again, and they’ll come back once we’ve reviewed it.',
              open('Check details and submit', about),
            ],
    }),
    es: (about) => ({
      subject: `Tu aprobación terminó: ${about.name}`,
      heading: 'Tus oportunidades están ocultas por ahora',
      blocks:
        about.business.status === 'submitted'
          ? [
              'El año de tu aprobación terminó y todavía no acabamos de revisar tu empresa. Eso nos toca a nosotros: tus oportunidades vuelven en cuanto dos personas de nuestro equipo hayan dicho que sí.',
              open('Ver cómo va', about),
            ]
          : [
              'El año de tu aprobación terminó, así que tus oportunidades no se muestran. Ninguna se pierde: revisa los datos, envía la empresa de nuevo y vuelven cuando la hayamos revisado.',
              open('Revisar los datos y enviarla', about),
            ],
    }),
  },
};
