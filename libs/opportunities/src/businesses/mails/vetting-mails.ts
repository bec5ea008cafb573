import type { About, BusinessMail } from './business-mail.js';

const open = (label: string, { statusUrl }: About) => ({ buttons: [{ label, url: statusUrl }] });

export const businessRegistered: BusinessMail = {
  name: 'business-registered',
  stillTrue: ({ status }) => status !== 'refused' && status !== 'suspended',
  text: {
    en: (about) => ({
      subject: `We received your registration: ${about.name}`,
      heading: 'Thank you for offering work',
      blocks: [
        `We received the registration of ${about.name}. Two people on our team review every business before its first opportunity is published, and we’ll email you as soon as they’re done.`,
        `What you can do now: show us that you receive email at your website’s domain. It takes a minute on your status page.`,
        `We also look you up in the public register and call you at a number we find ourselves. No one on our team will ever ask you for money or a password.`,
        open('View status', about),
      ],
    }),
    es: (about) => ({
      subject: `Recibimos tu registro: ${about.name}`,
      heading: 'Gracias por ofrecer trabajo',
      blocks: [
        `Recibimos el registro de ${about.name}. Dos personas de nuestro equipo revisan cada empresa antes de mostrar su primera oportunidad, y te escribimos en cuanto lo hayan hecho.`,
        `Lo que ya puedes hacer: demostrar que recibes correo en el dominio de tu sitio web. Toma un minuto, en tu página de estado.`,
        `También consultamos el registro público y te llamamos a un número que buscamos por nuestra cuenta. Nadie de nuestro equipo te pedirá nunca dinero ni una contraseña.`,
        open('Ver cómo va', about),
      ],
    }),
  },
};

export const businessChangesRequested: BusinessMail = {
  name: 'business-changes-requested',
  stillTrue: ({ status, statusReason, renewing }) =>
    statusReason !== '' && (status === 'changes_requested' || (status === 'approved' && !renewing)),
  text: {
    en: (about) => ({
      subject: `A question about ${about.name}`,
      heading: 'We need something from you',
      blocks: [
        'We’ve reviewed your business and need this before we can continue:',
        { quote: about.business.statusReason, by: about.organization },
        ...(about.business.status === 'approved' ? [`Your approval is valid until ${about.until}.`] : []),
        'Please make the changes and submit it again. Nothing you wrote is lost.',
        open('Edit and submit', about),
      ],
    }),
    es: (about) => ({
      subject: `Una pregunta sobre ${about.name}`,
      heading: 'Necesitamos algo de ti',
      blocks: [
        'Revisamos tu empresa y, antes de seguir, necesitamos esto:',
        { quote: about.business.statusReason, by: about.organization },
        ...(about.business.status === 'approved' ? [`Tu aprobación sigue vigente hasta el ${about.until}.`] : []),
        'Por favor, corrige lo necesario y envíala de nuevo. Nada de lo que escribiste se pierde.',
        open('Corregir y enviar de nuevo', about),
      ],
    }),
  },
};

export const businessApproved: BusinessMail = {
  name: 'business-approved',
  stillTrue: ({ status }) => status === 'approved',
  text: {
    en: (about) => ({
      subject: `Approved: ${about.name}`,
      heading: 'Your business is approved',
      blocks: [
        `${about.name} is approved until ${about.until}. Someone on our team reviews what you post before it’s published.`,
        'A good description says what the job pays, when and where it is, who’s in charge, and whether documents or a background check are required. That’s what people base their decision on.',
        'If your name, number, address, website or supervisor changes, please update it on the status page. We’ll review it again, and your opportunities are hidden until then.',
        { buttons: [{ label: 'Post an opportunity', url: about.postUrl }] },
      ],
    }),
    es: (about) => ({
      subject: `Aprobada: ${about.name}`,
      heading: 'Tu empresa está aprobada',
      blocks: [
        `${about.name} está aprobada hasta el ${about.until}. Alguien de nuestro equipo lee lo que publicas, y después se muestra.`,
        'Una buena oportunidad dice cuánto paga, cuándo y dónde, quién está a cargo y si hacen falta documentos o una revisión de antecedentes. Justo con eso decide la gente.',
        'Si cambias el nombre, el número, la dirección, el sitio web o la persona a cargo, dínoslo en la página de estado: lo revisamos de nuevo y, mientras tanto, tus oportunidades no se muestran.',
        { buttons: [{ label: 'Publicar una oportunidad', url: about.postUrl }] },
      ],
    }),
  },
};

export const businessRefused: BusinessMail = {
  name: 'business-refused',
  stillTrue: ({ status }) => status === 'refused',
  text: {
    en: (about) => ({
      subject: `About your registration: ${about.name}`,
      heading: 'We can’t work with this business',
      blocks: [
        'Thank you for wanting to offer work. We decided not to publish opportunities from this business, for this reason:',
        { quote: about.business.statusReason, by: about.organization },
        'If you think we got it wrong, please reply to this email.',
      ],
    }),
    es: (about) => ({
      subject: `Sobre tu registro: ${about.name}`,
      heading: 'No podemos trabajar con esta empresa',
      blocks: [
        'Gracias por querer ofrecer trabajo. Decidimos no mostrar oportunidades de esta empresa, y te debemos el motivo:',
        { quote: about.business.statusReason, by: about.organization },
        'Si crees que nos equivocamos, responde a este correo, por favor.',
      ],
    }),
  },
};
