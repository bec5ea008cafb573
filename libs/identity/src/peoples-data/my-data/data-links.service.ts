import { Injectable } from '@nestjs/common';
import { Clock, Config, Database, JobQueue, SignedIds, type Tx } from '@upstander/platform';
import type { LocaleName } from '../../accounts/locale.js';

export const myDataLink = 'my-data';

/** Whose data a link opens, in the language they asked in. */
export interface OpenedLink {
  email: string;
  locale: LocaleName;
}

/** The mailed link to what is kept of somebody: it proves that they read the mails of their address, today. */
@Injectable()
export class DataLinks {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly queue: JobQueue,
    private readonly signedIds: SignedIds,
  ) {}

  /** A link that is mailed; whether anything is kept of the address is not looked at, so nothing tells it. */
  async add(db: Database | Tx, email: string, locale: LocaleName): Promise<void> {
    await this.insert(db, email, locale, null);
    this.queue.enqueue('make-data-mails');
  }

  /** A link for whoever is signed in with the address: it needs no mail. */
  async openFor(email: string, locale: LocaleName): Promise<string> {
    const id = await this.insert(this.db, email, locale, this.clock.now());
    return this.signedIds.sign(myDataLink, id);
  }

  /** Null for a link that was not made here, or is over. */
  async find(token: string): Promise<OpenedLink | null> {
    const link = this.signedIds.verify(myDataLink, token);
    const [found] = link
      ? await this.db.query<OpenedLink & Record<string, unknown>>(
          'SELECT email, locale FROM identity.data_link WHERE id = $1 AND expires_at > $2',
          [link.id, this.clock.now()],
        )
      : [];
    return found ?? null;
  }

  private async insert(db: Database | Tx, email: string, locale: LocaleName, mailedAt: Date | null): Promise<string> {
    const [made] = await db.query<{ id: string }>(
      `INSERT INTO identity.data_link (email, locale, created_at, expires_at, mailed_at)
       VALUES ($1, $2, $3, $3::timestamptz + make_interval(hours => $4), $5) RETURNING id`,
      [email, locale, this.clock.now(), this.config.DATA_LINK_HOURS, mailedAt],
    );
    return made!.id;
  }
}
