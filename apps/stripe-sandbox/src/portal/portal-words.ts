export interface PortalWords {
  language: 'en' | 'es';
  pretend: string;
  title: string;
  back: string;
  nothing: string;
  monthly: (amount: string) => string;
  status: Record<'goesOn' | 'stops' | 'fails', (day: string) => string>;
  card: (last4: string) => string;
  newCard: string;
  cards: Record<'succeeds' | 'fails_later' | 'declined', string>;
  useCard: string;
  payNow: string;
  stop: string;
  goOn: string;
  refused: string;
}

const en: PortalWords = {
  language: 'en',
  pretend: 'Pretend customer portal: no card is asked for and no money moves.',
  title: 'Your monthly payments',
  back: 'Go back',
  nothing: 'There is nothing you pay for every month.',
  monthly: (amount) => `${amount} every month`,
  status: {
    goesOn: (day) => `Next payment on ${day}.`,
    stops: (day) => `Stopped. Nothing is charged after ${day}.`,
    fails: () => 'The last payment did not go through. It will be tried again.',
  },
  card: (last4) => `Card ending in ${last4}`,
  newCard: 'Another card',
  cards: { succeeds: 'A card that works', fails_later: 'A card that works once', declined: 'A card that is declined' },
  useCard: 'Use this card',
  payNow: 'Pay what is open now',
  stop: 'Stop paying monthly',
  goOn: 'Go on paying monthly',
  refused: 'Your card was declined.',
};

const es: PortalWords = {
  language: 'es',
  pretend: 'Portal simulado: no se pide ninguna tarjeta y no se mueve dinero.',
  title: 'Sus pagos mensuales',
  back: 'Volver',
  nothing: 'No hay nada que pague cada mes.',
  monthly: (amount) => `${amount} cada mes`,
  status: {
    goesOn: (day) => `Próximo pago: ${day}.`,
    stops: (day) => `Detenido. No se cobra nada después del ${day}.`,
    fails: () => 'El último pago no se pudo hacer. Se intentará otra vez.',
  },
  card: (last4) => `Tarjeta terminada en ${last4}`,
  newCard: 'Otra tarjeta',
  cards: {
    succeeds: 'Una tarjeta que funciona',
    fails_later: 'Una tarjeta que funciona una vez',
    declined: 'Una tarjeta rechazada',
  },
  useCard: 'Usar esta tarjeta',
  payNow: 'Pagar ahora lo pendiente',
  stop: 'Dejar de pagar cada mes',
  goOn: 'Seguir pagando cada mes',
  refused: 'Tu tarjeta fue rechazada.',
};

export const portalWords = (locale: string | null): PortalWords => (locale?.startsWith('es') ? es : en);
