import type { businessInbox as english } from './business-inbox.en.js';

export const businessInbox: typeof english = {
  title: 'Presentaciones',
  lead: 'Las personas que te presentamos dijeron que sí por escrito y por un tiempo limitado. Pueden retirarlo; entonces la presentación desaparece de aquí, y te pedimos que no guardes nada de ella.',
  empty: 'Ahora no hay ninguna presentación',
  emptyHint: 'En cuanto alguien diga que sí a una de tus ofertas, aparecerá aquí y te llegará un correo.',
  notYet: 'Las presentaciones llegan cuando tu empresa está aprobada.',
  all: 'Todas las presentaciones',
  forListing: (title) => `Para «${title}»`,
  unread: (n) => (n === 1 ? 'Un mensaje nuevo' : `${n} mensajes nuevos`),
  newOne: 'Nueva',
  since: (day) => `Presentación del ${day}`,
  answer: { INTERESTED: 'Te interesa', NOT_NOW: 'Dijiste: ahora no' },
  shares: 'Lo que comparte contigo',
  writtenIn: { en: 'Escrito en inglés.', es: 'Escrito en español.' },
  availability: 'Cuándo tiene tiempo',
  alias:
    'El nombre es el que quiere que usen. Por favor, no pidas otro ni busques más sobre esta persona en otra parte.',
  question: '¿Te gustaría hablar con esta persona?',
  interested: 'Sí, nos interesa',
  notNow: 'Ahora no',
  questionHint:
    'Tu respuesta llega a quien acompaña a la persona, que habla con ella. Puedes cambiarla mientras la presentación esté aquí.',
  messages: 'Mensajes con quien acompaña',
  messagesLead:
    'Escribes a quien acompaña a la persona, que le pasa lo importante. Por favor, no pongas nombres ni direcciones en un mensaje.',
  noMessages: 'Todavía no hay mensajes.',
  us: 'Tú',
  them: 'Quien acompaña',
  write: 'Tu mensaje',
  send: 'Enviar el mensaje',
  did: { answered: 'Gracias. Quien acompaña ya lo sabe.', sent: 'Enviado.' },
  goneTitle: 'Esta presentación ya no está aquí',
  goneText: 'Se retiró o terminó. No es nada contra ti. Por favor, borra lo que hayas anotado.',
  errors: {
    empty: 'Escribe un mensaje',
    tooLong: (most) => `Escribe como máximo ${most.toLocaleString('es-US')} caracteres`,
  },
};
