import type { About, BusinessMail } from './business-mail.js';

const open = (label: string, { statusUrl }: About) => ({ buttons: [{ label, url: statusUrl }] });

export const businessSuspended: BusinessMail = {
  name: 'business-suspended',
  stillTrue: ({ status }) => status === 'suspended',
  text: {
    en: (about) => ({
      subject: `Your opportunities are not shown: ${about.name}`,
      heading: 'We have stopped your opportunities',
      blocks: [
        `From now on nothing of ${about.name} is shown. The reason:`,
        { quote: about.business.statusReason, by: about.organisation },
        'If you can clear this up, please answer this mail. We would rather know.',
        open('See where it stands', about),
      ],
    }),
    es: (about) => ({
      subject: `Tus oportunidades no se muestran: ${about.name}`,
      heading: 'Detuvimos tus oportunidades',
      blocks: [
        `Desde ahora no se muestra nada de ${about.name}. El motivo:`,
        { quote: about.business.statusReason, by: about.organisation },
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
      subject: `We are looking again: ${about.name}`,
      heading: 'We are looking at your business again',
      blocks: [
        `Something we rely on could not be confirmed any more, so we are looking at ${about.name} again. Meanwhile your opportunities are not shown; they come back automatically once two of us have said yes again.`,
        'You need not do anything now. If we need something from you, we write.',
        open('See where it stands', about),
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
        'We look at every business once a year. If you submit yours now, your opportunities stay where they are while we look.',
        `Without that, they are hidden after ${about.until}.`,
        open('Check the details and renew', about),
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
              'The year of your approval is over, and we have not finished looking at your business again. That is on us: your opportunities come back as soon as two of us have said yes.',
              open('See where it stands', about),
            ]
          : [
              'The year of your approval is over, so your opportunities are not shown. None of them is lost: check your details, submit the business again, and they come back once we have looked.',
              open('Check the details and submit it', about),
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
