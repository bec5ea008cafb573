import type { Tx } from '@upstander/platform';
import type { TestApp } from './app.js';
import type { PersonDetails } from './person-with-all-data.js';
import { lockWaits } from './locks.js';
import { peoplesData } from './peoples-data.js';

interface Held {
  sql: string;
  params: unknown[];
}

/** The last lock an erasure takes, which jobs that schedule emails share. An erasure waiting for it holds all others. */
export const mailLock = ({ email }: PersonDetails): Held => ({
  sql: `SELECT pg_advisory_xact_lock_shared('notifications.mail'::regclass::int, hashtext($1) & 255)`,
  params: [email],
});

/** Erasures with concurrent writes. */
export function concurrentErasure(app: () => TestApp) {
  const { linkOf, erase } = peoplesData(app);

  /**
   * Erases a person while another statement waits for or holds a lock. Runs `meanwhile` once the erasure waits or is
   * done.
   */
  async function erasedWhile(
    who: PersonDetails,
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
    // A final email confirms the erasure. It's deleted with its address once sent.
    await app().runJob('make-data-mails');
    await app().db.query(`UPDATE notifications.mail SET status = 'sent' WHERE template = 'my-data-done'`);
    await app().runJob('make-data-mails');
  }

  async function startedWhileErasing<T>(who: PersonDetails, held: Held, start: () => Promise<T>): Promise<T> {
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
