import type { Tx } from '@upstander/platform';
import { insert } from './insert.js';
import { idOf, Random } from './random.js';
import type { DemoSignup } from './signups.js';

const day = 86_400_000;

/** Comments in the language of the volunteer. Most leave only a rating. */
const comments = {
  en: [
    'Everything was ready when we arrived, and someone told us right away who does what. I’d do it again.',
    'The room was warm and we ran out of water at eleven. Otherwise, a good morning.',
    'Nice people. Two of us had little to do in the last hour, so you could do with fewer helpers.',
    'I couldn’t find the back door. A sign on the street would help.',
  ],
  es: [
    'Todo muy bien organizado. Me gustó que alguien explicara para qué se usan los kits.',
    'Faltó un cartel en la entrada: di dos vueltas al edificio antes de encontrar la puerta.',
  ],
};

export async function insertFeedback(tx: Tx, signups: readonly DemoSignup[], now: Date): Promise<void> {
  const random = new Random(20_261_127);
  const attendees = signups.filter(
    ({ status, provenAt, endsAt }) =>
      status === 'confirmed' && provenAt !== null && endsAt < now && endsAt.valueOf() > now.valueOf() - 60 * day,
  );
  const rows = attendees
    .filter(() => random.next() < 0.35)
    .map(({ id, person, endsAt }) => {
      const words = comments[person.locale];
      const comment = random.next() < 0.4 ? (words[random.integerBetween(0, words.length - 1)] ?? null) : null;
      const rating = random.next() < 0.7 ? random.integerBetween(4, 5) : random.integerBetween(2, 4);
      const createdAt = new Date(Math.min(now.valueOf(), endsAt.valueOf() + random.integerBetween(2, 40) * 3_600_000));
      return { id: idOf('feedback', id), signupId: id, rating, comment, createdAt };
    });
  await insert(tx, 'events.feedback', rows);
}
