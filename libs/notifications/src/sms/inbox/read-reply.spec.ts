import { readReply } from './read-reply.js';

const kindOf = (body: string) => readReply(body).kind;

test('recognizes every word and phrase that ends texts, in any case and with punctuation', () => {
  for (const word of [
    'STOP',
    'QUIT',
    'END',
    'REVOKE',
    'OPT OUT',
    'OPTOUT',
    'CANCEL',
    'UNSUBSCRIBE',
    'STOPALL',
    'ALTO',
    'BAJA',
  ])
    for (const body of [word, word.toLowerCase(), ` ${word}! `, `"${word}."`])
      expect([body, kindOf(body)]).toEqual([body, 'stop']);
  for (const body of [
    'opt-out',
    'Stop.Texting.Me',
    'stop it!!',
    'Please STOP',
    'Don’t text me',
    'No más mensajes',
    '¡Alto!',
    'ＳＴＯＰ',
    'STOP 🛑',
  ])
    expect([body, kindOf(body)]).toEqual([body, 'stop']);
});

test('does not take ordinary sentences for a revocation', () => {
  for (const body of [
    'Does it end at five?',
    'Where does the bus stop?',
    'I cannot cancel my class',
    'nonstop',
    'Trabajo mucho',
    'un alto en el camino',
  ])
    expect([body, kindOf(body)]).toEqual([body, 'other']);
});

test('reads 1 and 2 in any digits and with emoji, and no other number', () => {
  for (const body of ['1', ' 1. ', '1️⃣', '١', '۱', '１'])
    expect(readReply(body)).toEqual({ kind: 'answer', answer: 1 });
  for (const body of ['2', '(2)', '٢', '²']) expect(readReply(body)).toEqual({ kind: 'answer', answer: 2 });
  for (const body of ['12', '1 2', '3', '٣', '11']) expect([body, kindOf(body)]).toEqual([body, 'number']);
  for (const body of ['Liked “Reply 1 for yes”', '1 please, or 2', 'yes', ''])
    expect([body, kindOf(body)]).toEqual([body, 'other']);
});

test('answers HELP and START in the language of the word', () => {
  expect(readReply('Help?')).toEqual({ kind: 'help', isSpanish: false });
  expect(readReply('AYUDA')).toEqual({ kind: 'help', isSpanish: true });
  expect(readReply('start')).toEqual({ kind: 'start', isSpanish: false });
  expect(readReply('Alta')).toEqual({ kind: 'start', isSpanish: true });
});
