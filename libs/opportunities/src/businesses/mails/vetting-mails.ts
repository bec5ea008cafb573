import type { About, BusinessMail } from './business-mail.js';

const open = (label: string, { statusUrl }: About) => ({ buttons: [{ label, url: statusUrl }] });

export const businessRegistered: BusinessMail = {
  name: 'business-registered',
  stillTrue: ({ status }) => status !== 'refused' && status !== 'suspended',
  text: {
    en: (about) => ({
      subject: `We have your registration: ${about.name}`,
      heading: 'Thank you for offering work',
      blocks: [
        `We have the registration of ${about.name}. Two of us look at every business before its first opportunity is shown, and we write to you as soon as they have.`,
        `What you can do now: show us that you read mail at the domain of your website. It takes a minute, on your status page.`,
        `We also look you up in the public register, and call you at a number we find ourselves. None of us will ever ask you for money or a password.`,
        open('See where it stands', about),
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
        'We have looked at your business, and need this before we can go on:',
        { quote: about.business.statusReason, by: about.organisation },
        ...(about.business.status === 'approved' ? [`Your approval goes on until ${about.until}.`] : []),
        'Please correct what is needed and submit it again. Nothing of what you wrote is lost.',
        open('Correct it and submit it', about),
      ],
    }),
    es: (about) => ({
      subject: `Una pregunta sobre ${about.name}`,
      heading: 'Necesitamos algo de ti',
      blocks: [
        'Revisamos tu empresa y, antes de seguir, necesitamos esto:',
        { quote: about.business.statusReason, by: about.organisation },
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
        `${about.name} is approved until ${about.until}. What you post is read by somebody on our team and then shown.`,
        'A good description of an opportunity says what it pays, when and where, who is in charge, and whether papers or a background check are needed. People decide by exactly that.',
        'If your name, number, address, website or supervisor changes, please tell us on the status page: we look again, and meanwhile your opportunities are not shown.',
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
      heading: 'We cannot work with this business',
      blocks: [
        'Thank you for wanting to offer work. We decided not to show opportunities of this business, and we owe you the reason:',
        { quote: about.business.statusReason, by: about.organisation },
        'If you think we got it wrong, please answer this mail.',
      ],
    }),
    es: (about) => ({
      subject: `Sobre tu registro: ${about.name}`,
      heading: 'No podemos trabajar con esta empresa',
      blocks: [
        'Gracias por querer ofrecer trabajo. Decidimos no mostrar oportunidades de esta empresa, y te debemos el motivo:',
        { quote: about.business.statusReason, by: about.organisation },
        'Si crees que nos equivocamos, responde a este correo, por favor.',
      ],
    }),
  },
};
