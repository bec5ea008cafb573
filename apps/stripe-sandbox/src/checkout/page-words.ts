type Choice =
  | 'succeeds'
  | 'declined'
  | 'insufficient_funds'
  | 'needs_authentication'
  | 'dispute_later'
  | 'bank_succeeds'
  | 'bank_fails';

export interface PageWords {
  language: 'en' | 'es';
  pretend: string;
  title: string;
  order: string;
  back: string;
  email: string;
  name: string;
  whatHappens: string;
  every: (interval: string) => string;
  /** Label and hint of each outcome. */
  choices: Record<Choice, [string, string]>;
  buttons: Record<'auto' | 'book' | 'donate' | 'pay' | 'subscribe', string>;
  bank: { title: string; question: string; yes: string; no: string };
  closed: Record<'expired' | 'missing', string>;
  /** Translations of Stripe's English error messages. */
  refusals: Record<string, string>;
}

const en: PageWords = {
  language: 'en',
  pretend: 'Simulated checkout: no card needed, no money moves.',
  title: 'Simulated checkout',
  order: 'What you pay for',
  back: 'Go back without paying',
  email: 'Email',
  name: 'Name on the card',
  whatHappens: 'Payment result',
  every: (interval) => `every ${interval}`,
  choices: {
    succeeds: ['Pay', 'The card works.'],
    declined: ['Be declined', 'The bank declines the card.'],
    insufficient_funds: ['Have too little money', 'The bank declines the card and gives the reason.'],
    needs_authentication: ['Ask for proof', 'The bank checks that it’s really you.'],
    dispute_later: ['Pay, and be disputed', 'The card works. A minute later, the cardholder disputes the charge.'],
    bank_succeeds: ['Pay from a bank account', 'The bank pays four days later.'],
    bank_fails: ['Pay from an empty bank account', 'The bank rejects the debit four days later.'],
  },
  buttons: { auto: 'Pay', book: 'Book', donate: 'Donate', pay: 'Pay', subscribe: 'Subscribe:' },
  bank: {
    title: 'Your pretend bank',
    question: 'Is it really you who is paying?',
    yes: 'Yes, it is me',
    no: 'No, stop this payment',
  },
  closed: { expired: 'This page has expired.', missing: 'Page not found.' },
  refusals: {},
};

const es: PageWords = {
  language: 'es',
  pretend: 'Pago simulado: no se pide ninguna tarjeta y no se mueve dinero.',
  title: 'Pago simulado',
  order: 'Lo que pagas',
  back: 'Volver sin pagar',
  email: 'Correo electrónico',
  name: 'Nombre en la tarjeta',
  whatHappens: 'Resultado del pago',
  every: (interval) => `cada ${{ day: 'día', week: 'semana', month: 'mes', year: 'año' }[interval] ?? interval}`,
  choices: {
    succeeds: ['Pagar', 'La tarjeta funciona.'],
    declined: ['Ser rechazada', 'El banco dice que no.'],
    insufficient_funds: ['No tener fondos', 'El banco dice que no, y por qué.'],
    needs_authentication: ['Pedir una prueba', 'El banco quiere saber si eres tú de verdad.'],
    dispute_later: ['Pagar y reclamar', 'La tarjeta funciona; un minuto después su titular reclama el cargo.'],
    bank_succeeds: ['Pagar desde una cuenta bancaria', 'Se pregunta al banco, que paga cuatro días después.'],
    bank_fails: ['Pagar desde una cuenta sin fondos', 'Se pregunta al banco, que dice que no cuatro días después.'],
  },
  buttons: { auto: 'Pagar', book: 'Reservar', donate: 'Donar', pay: 'Pagar', subscribe: 'Suscribirse:' },
  bank: {
    title: 'Tu banco simulado',
    question: '¿Eres tú quien está pagando?',
    yes: 'Sí, soy yo',
    no: 'No, detener este pago',
  },
  closed: { expired: 'El tiempo de esta página ha terminado.', missing: 'Esta página no existe.' },
  refusals: {
    'Your card was declined.': 'Tu tarjeta fue rechazada.',
    'Your card has insufficient funds.': 'Tu tarjeta no tiene fondos suficientes.',
    'We are unable to authenticate your payment method. Please choose a different payment method and try again.':
      'No pudimos comprobar que la tarjeta es tuya. Elige otra e intenta de nuevo.',
    'Your e-mail address is missing.': 'Falta tu correo electrónico.',
  },
};

export function words(locale: string | null): PageWords {
  return locale?.startsWith('es') ? es : en;
}
