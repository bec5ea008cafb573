import type { Tx } from '@upstander/platform';
import type { TestApp } from './app.js';
import type { PersonDetails } from './person-with-all-data.js';
import { lockWaits } from './locks.js';
import { peoplesData } from './peoples-data.js';

interface HeldLock {
  sql: string;
  params: unknown[];
}

/** The last lock an erasure takes, which jobs that schedule emails share. An erasure waiting for it holds all others. */
export const mailLock = ({ email }: PersonDetails): HeldLock => ({
  sql: `SELECT pg_advisory_xact_lock_shared('notifications.mail'::regclass::int, hashtext($1) & 255)`,
  params: [email],
});

export function concurrentErasure(app: () => TestApp) {
  const { linkOf, erase } = peoplesData(app);

  /**
   * Erases a person while another statement waits for or holds a lock. Runs `runMeanwhile` once the erasure waits or
   * is done.
   */
  async function eraseWhile(
    person: PersonDetails,
    prepare: (tx: Tx) => Promise<unknown>,
    runMeanwhile?: (tx: Tx) => Promise<unknown>,
  ): Promise<void> {
    const token = await linkOf(person.email);
    let erased: Promise<{ outcome: string }> | undefined;
    await app().db.transaction(async (tx) => {
      await prepare(tx);
      let finished = false;
      erased = erase(token).then(({ data }) => data.eraseMyData);
      void erased.finally(() => (finished = true));
      while (!finished && (await lockWaits(app())) === 0);
      await runMeanwhile?.(tx);
    });
    expect(await erased).toEqual({ outcome: 'DONE' });
    // A final email confirms the erasure. It's deleted with its address once sent.
    await app().runJob('make-data-mails');
    await app().db.query(`UPDATE notifications.mail SET status = 'sent' WHERE template = 'my-data-done'`);
    await app().runJob('make-data-mails');
  }

  async function startWhileErasing<T>(person: PersonDetails, held: HeldLock, start: () => Promise<T>): Promise<T> {
    let started: Promise<T> | undefined;
    await eraseWhile(
      person,
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

  return { eraseWhile, startWhileErasing };
}
