// Made by `npm run words` of the messages in libs/web-kit/messages: write there.
import type { approvals as english } from './approvals.en.generated.js';
import { $number, $plural } from '../es.js';

export const approvals: typeof english = {
  title: 'Aprobaciones',
  lead: 'Empresas y oportunidades que esperan una decisión; primero, las que llevan más tiempo.',
  what: 'lo que espera',
  list: 'Lo que espera una decisión',
  waits: ({ when }) => `presentada ${when}`,
  renews: ({ when }) => `renovación anual, presentada ${when}`,
  flags: ({ count }) => $plural(count, { one: '1 señal de alarma', other: `${$number(count)} señales de alarma` }),
  failed: ({ count }) => $plural(count, { one: '1 comprobación fallida', other: `${$number(count)} comprobaciones fallidas` }),
  given: ({ given, needed }) => `${$number(given)} de ${$number(needed)} aprobaciones`,
  mine: 'Ya la aprobaste; falta otra persona',
  noneTitle: 'Nada espera una decisión',
  noneText: 'Las empresas y las oportunidades nuevas aparecen aquí solas.',
  shortcuts: 'Teclado',
};
