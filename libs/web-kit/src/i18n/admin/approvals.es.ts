import type { approvals as english } from './approvals.en.js';

export const approvals: typeof english = {
  title: 'Aprobaciones',
  lead: 'Empresas y ofertas que esperan un sí o un no; primero, quien espera desde hace más tiempo.',
  what: 'la lista de espera',
  list: 'Lo que espera una decisión',
  waits: (when) => `presentada ${when}`,
  renews: (when) => `renovación anual, presentada ${when}`,
  flags: (count) => (count === 1 ? '1 señal de alarma' : `${count} señales de alarma`),
  failed: (count) => (count === 1 ? '1 comprobación fallida' : `${count} comprobaciones fallidas`),
  given: (given, needed) => `${given} de ${needed} aprobaciones`,
  mine: 'Dijiste que sí; falta otra persona',
  noneTitle: 'Nada espera una decisión',
  noneText: 'Las empresas y las ofertas nuevas aparecen aquí solas.',
  shortcuts: 'Teclado',
  keys: {
    next: 'la siguiente',
    previous: 'la anterior',
    open: 'la abre',
    back: 'de una revisión, de vuelta a la lista',
    help: 'muestra estas teclas',
  },
  singleKeys: 'Las teclas sueltas hacen algo',
  singleKeysHint: 'Desactívalas si pulsas teclas sin querer o si le hablas a tu computadora.',
};
