import type { advocacy as english } from './advocacy.en.js';

export const advocacy: typeof english = {
  recordKind: { APPLICATION: 'Solicitud', CONSULTATION: 'Consulta' },
  recordStatus: {
    NEW: 'Nueva',
    CONTACTED: 'Ya hubo contacto',
    INTRODUCED: 'Presentada',
    SCHEDULED: 'Con cita',
    CLOSED: 'Cerrada',
    WITHDRAWN: 'Retirada',
  },
  contactChannel: {
    MAIL: 'Por correo electrónico',
    TEXT: 'Por mensaje de texto',
    CALL: 'Por llamada',
    ADVOCATE: 'Por medio de quien acompaña',
    CODE: 'La persona vuelve con su código',
  },
  consentState: { PROPOSED: 'Espera un sí', LIVE: 'Vigente', EXPIRED: 'Vencido', REVOKED: 'Retirado' },
  consentHow: { SIGNED: 'Firmado en papel', BY_CODE: 'Dado con el código', ELECTRONICALLY: 'Firmado en línea' },
  messageFrom: { ADVOCATE: 'Acompañamiento', PERSON: 'La persona', BUSINESS: 'La empresa' },
  introductionAnswer: { INTERESTED: 'Le interesa', NOT_NOW: 'Ahora no' },
};
