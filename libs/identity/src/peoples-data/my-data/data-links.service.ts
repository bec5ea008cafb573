import { Injectable } from '@nestjs/common';
import { Clock, Config, Database, JobQueue, SignedIds, type Tx } from '@upstander/platform';
import type { Actor } from '../../access/actor.js';
import type { LocaleName } from '../../accounts/locale.js';

export const myDataLink = 'my-data';

export interface OpenedLink {
  id: string;
  email: string;
  locale: LocaleName;
  /** False once the file was downloaded and the time to repeat the download has passed. */
  canDownload: boolean;
}

/** Time during which a download can be repeated. */
const downloadsSince = `$2::timestamptz - interval '15 minutes'`;

/** Manages emailed links to personal data. A link proves that the person can read their email today. */
@Injectable()
export class DataLinks {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly queue: JobQueue,
    private readonly signedIds: SignedIds,
  ) {}

  /** Creates a link to be emailed. Does not check if any data exists, so the response can't reveal it. */
  async add(db: Database | Tx, email: string, locale: LocaleName): Promise<void> {
    await this.insert(db, email, locale);
    this.queue.enqueue('make-data-mails');
  }

  /** Makes a link that is not emailed and works in the session of the actor only, for a short time. */
  async openFor(actor: Actor): Promise<string> {
    const at = this.clock.now();
    const [link] = await this.db.query<{ id: string }>(
      `INSERT INTO identity.data_link (email, locale, created_at, expires_at, mailed_at, session_id)
       VALUES ($1, $2, $3, $3::timestamptz + make_interval(mins => $4), $3, $5) RETURNING id`,
      [actor.email, actor.locale ?? 'en', at, this.config.SECOND_STEP_FRESH_MINUTES, actor.sessionId],
    );
    return this.signedIds.sign(myDataLink, link!.id);
  }

  /** Finds a link that has not expired. Returns null for one that belongs to another session. */
  async find(actor: Actor, token: string): Promise<OpenedLink | null> {
    const link = this.signedIds.verify(myDataLink, token);
    const [found] = link
      ? await this.db.query<OpenedLink & Record<string, unknown>>(
          `SELECT id, email, locale, downloaded_at IS NULL OR downloaded_at > ${downloadsSince} AS "canDownload"
           FROM identity.data_link WHERE id = $1 AND expires_at > $2 AND (session_id IS NULL OR session_id = $3)`,
          [link.id, this.clock.now(), actor.sessionId],
        )
      : [];
    return found ?? null;
  }

  /**
   * Starts the download of a link. It can be repeated for some minutes, for a connection that broke, and not later.
   * Returns false if that time has passed.
   */
  async startDownload({ id }: OpenedLink): Promise<boolean> {
    const started = await this.db.query(
      `UPDATE identity.data_link SET downloaded_at = coalesce(downloaded_at, $2)
       WHERE id = $1 AND (downloaded_at IS NULL OR downloaded_at > ${downloadsSince}) RETURNING 1 AS started`,
      [id, this.clock.now()],
    );
    return started.length > 0;
  }

  private async insert(db: Database | Tx, email: string, locale: LocaleName): Promise<void> {
    await db.query(
      `INSERT INTO identity.data_link (email, locale, created_at, expires_at)
       VALUES ($1, $2, $3, $3::timestamptz + make_interval(hours => $4))`,
      [email, locale, this.clock.now(), this.config.DATA_LINK_HOURS],
    );
  }
}
