export type SmsReply =
  | { kind: 'stop' | 'help' | 'start'; isSpanish: boolean }
  | { kind: 'answer'; answer: 1 | 2 }
  | { kind: 'number' | 'other' };

/** The first row of each language are the words of 47 CFR 64.1200(a)(10) and the carriers. */
const phrases = {
  stop: {
    en: [
      'stop',
      'stopall',
      'stop all',
      'quit',
      'end',
      'revoke',
      'opt out',
      'optout',
      'cancel',
      'unsubscribe',
      'please stop',
      'stop texting me',
      'stop messaging me',
      'no more texts',
      'no more messages',
      'remove me',
      'take me off',
      'take me off your list',
      'do not text me',
      'dont text me',
      'leave me alone',
      'wrong number',
    ],
    es: [
      'alto',
      'baja',
      'parar',
      'cancelar',
      'detener',
      'dame de baja',
      'darme de baja',
      'quiero darme de baja',
      'no mas',
      'no mas mensajes',
      'no me escriban',
      'no me escriban mas',
      'no me envien mas mensajes',
      'borrenme',
      'numero equivocado',
    ],
  },
  help: { en: ['help', 'info'], es: ['ayuda'] },
  start: { en: ['start', 'unstop', 'subscribe'], es: ['alta', 'comenzar', 'empezar'] },
};

/** A text that begins like this ends texts, whatever follows: "Stop it!", "Unsubscribe me". */
const stopAtStart = /^(stop|unsubscribe|opt ?out|alto)\b/;

/** Reads a received text. Case, accents, punctuation and emoji don't count. */
export function readReply(body: string): SmsReply {
  const words = simplify(body);
  for (const kind of ['stop', 'help', 'start'] as const) {
    const isSpanish = phrases[kind].es.includes(words);
    if (isSpanish || phrases[kind].en.includes(words)) return { kind, isSpanish };
  }
  if (stopAtStart.test(words)) return { kind: 'stop', isSpanish: words.startsWith('alto') };
  if (words === '1' || words === '2') return { kind: 'answer', answer: words === '1' ? 1 : 2 };
  return { kind: /^[\d ]+$/.test(words) ? 'number' : 'other' };
}

function simplify(body: string): string {
  return body
    .slice(0, 1_600)
    .normalize('NFKD')
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
    .replace(/[\p{M}'’]/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{Nd}]+/gu, ' ')
    .trim();
}
