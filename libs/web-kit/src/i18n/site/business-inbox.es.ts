import type { businessInbox as english } from './business-inbox.en.js';

export const businessInbox: typeof english = {
  title: 'Presentaciones',
  lead: 'Las personas que le presentamos dijeron que sí por escrito y por un tiempo limitado. Pueden retirarlo; entonces la presentación desaparece de aquí, y le pedimos que no guarde nada de ella.',
  empty: 'Ahora no hay ninguna presentación',
  emptyHint: 'En cuanto alguien diga que sí a una de sus ofertas, aparecerá aquí y le llegará un correo.',
  notYet: 'Las presentaciones llegan cuando su empresa está aprobada.',
  all: 'Todas las presentaciones',
  forListing: (title) => `Para «${title}»`,
  unread: (n) => (n === 1 ? 'Un mensaje nuevo' : `${n} mensajes nuevos`),
  newOne: 'Nueva',
  since: (day) => `Presentación del ${day}`,
  answer: { INTERESTED: 'Le interesa', NOT_NOW: 'Usted dijo: ahora no' },
  shares: 'Lo que comparte con usted',
  availability: 'Cuándo tiene tiempo',
  alias: 'El nombre es el que quiere que usen. Por favor, no pida otro ni busque más sobre esta persona en otra parte.',
  question: '¿Le gustaría hablar con esta persona?',
  interested: 'Sí, nos interesa',
  notNow: 'Ahora no',
  questionHint:
    'Su respuesta llega a quien acompaña a la persona, que habla con ella. Puede cambiarla mientras la presentación esté aquí.',
  messages: 'Mensajes con quien acompaña',
  messagesLead:
    'Usted escribe a quien acompaña a la persona, que le pasa lo importante. Por favor, no ponga nombres ni direcciones en un mensaje.',
  noMessages: 'Todavía no hay mensajes.',
  us: 'Usted',
  them: 'Quien acompaña',
  write: 'Su mensaje',
  send: 'Enviar el mensaje',
  did: { answered: 'Gracias. Quien acompaña ya lo sabe.', sent: 'Enviado.' },
  goneTitle: 'Esta presentación ya no está aquí',
  goneText: 'Se retiró o terminó. No es nada contra usted. Por favor, borre lo que haya anotado.',
  errors: {
    empty: 'Escriba un mensaje',
    tooLong: (most) => `Escriba como máximo ${most.toLocaleString('es-US')} caracteres`,
  },
};
