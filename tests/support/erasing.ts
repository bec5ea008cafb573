import type { Tx } from '@upstander/platform';
import type { TestApp } from './app.js';
import type { Somebody } from './everything-of-somebody.js';
import { lockWaits } from './locks.js';
import { peoplesData } from './peoples-data.js';

interface Held {
  sql: string;
  params: unknown[];
}

/** What an erasure locks last, as whoever plans a mail to them holds it: whoever waits for this has locked all else. */
export const mailsHeld = ({ email }: Somebody): Held => ({
  sql: `SELECT pg_advisory_xact_lock_shared('notifications.mail'::regclass::int, hashtext($1) & 255)`,
  params: [email],
});

/** Erasures that meet somebody who writes at the same moment. */
export function erasing(app: () => TestApp) {
  const { linkOf, erase } = peoplesData(app);

  /** Erases somebody while something else stands before or holds a lock; what `meanwhile` does happens when it waits, or is done. */
  async function erasedWhile(
    who: Somebody,
    before: (tx: Tx) => Promise<unknown>,
    meanwhile?: (tx: Tx) => Promise<unknown>,
  ): Promise<void> {
    const token = await linkOf(who.email);
    let erased: Promise<{ outcome: string }> | undefined;
    await app().db.transaction(async (tx) => {
      await before(tx);
      let finished = false;
      erased = erase(token).then(({ data }) => data.eraseMyData);
      void erased.finally(() => (finished = true));
      while (!finished && (await lockWaits(app())) === 0);
      await meanwhile?.(tx);
    });
    expect(await erased).toEqual({ outcome: 'DONE' });
    // Done is said by a last mail, which goes with its address when it is out.
    await app().runJob('make-data-mails');
    await app().db.query(`UPDATE notifications.mail SET status = 'sent' WHERE template = 'my-data-done'`);
    await app().runJob('make-data-mails');
  }

  /** Starts something while an erasure has locked everything and waits for `held`; both are done when this is. */
  async function startedWhileErasing<T>(who: Somebody, held: Held, start: () => Promise<T>): Promise<T> {
    let started: Promise<T> | undefined;
    await erasedWhile(
      who,
      (tx) => tx.query(held.sql, held.params),
      async () => {
        let finished = false;
        started = start();
        void started.then(
          () => (finished = true),
          () => (finished = true),
        );
        while (!finished && (await lockWaits(app())) < 2);
      },
    );
    return started!;
  }

  return { erasedWhile, startedWhileErasing };
}
