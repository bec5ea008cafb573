import { Injectable } from '@nestjs/common';
import { Clock, Config, Database, JobQueue, SignedIds, type Tx } from '@upstander/platform';
import type { Actor } from '../../access/actor.js';
import type { LocaleName } from '../../languages/locale.js';

export const myDataLink = 'my-data';

export interface OpenDataLink {
  id: string;
  email: string;
  locale: LocaleName;
  /** False once the file was downloaded and can't be downloaded again. */
  canDownload: boolean;
}

const downloadsSince = `$2::timestamptz - interval '15 minutes'`;

/** A link proves that the person can read their email today. */
@Injectable()
export class DataLinks {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly queue: JobQueue,
    private readonly signedIds: SignedIds,
  ) {}

  /** Doesn't check for data, so the response can't reveal any. */
  async add(db: Database | Tx, email: string, locale: LocaleName): Promise<void> {
    await this.insert(db, email, locale);
    this.queue.enqueue('make-data-mails');
  }

  /** The link is short-lived and works only in the actor's session. */
  async openFor(actor: Actor): Promise<string> {
    const at = this.clock.now();
    const [link] = await this.db.query<{ id: string }>(
      `INSERT INTO identity.data_link (email, locale, created_at, expires_at, mailed_at, session_id)
       VALUES ($1, $2, $3, $3::timestamptz + make_interval(mins => $4), $3, $5) RETURNING id`,
      [actor.email, actor.locale ?? 'en', at, this.config.SECOND_STEP_FRESH_MINUTES, actor.sessionId],
    );
    return this.signedIds.sign(myDataLink, link!.id);
  }

  /** Returns null for an expired link and for one of another session. */
  async find(actor: Actor, token: string): Promise<OpenDataLink | null> {
    const link = this.signedIds.verify(myDataLink, token);
    const [dataLink] = link
      ? await this.db.query<OpenDataLink & Record<string, unknown>>(
          `SELECT id, email, locale, downloaded_at IS NULL OR downloaded_at > ${downloadsSince} AS "canDownload"
           FROM identity.data_link WHERE id = $1 AND expires_at > $2 AND (session_id IS NULL OR session_id = $3)`,
          [link.id, this.clock.now(), actor.sessionId],
        )
      : [];
    return dataLink ?? null;
  }

  /** Starts a download, which can be repeated for some minutes if the connection breaks. Returns false later. */
  async startDownload({ id }: OpenDataLink): Promise<boolean> {
    const startedRows = await this.db.query(
      `UPDATE identity.data_link SET downloaded_at = coalesce(downloaded_at, $2)
       WHERE id = $1 AND (downloaded_at IS NULL OR downloaded_at > ${downloadsSince}) RETURNING 1 AS started`,
      [id, this.clock.now()],
    );
    return startedRows.length > 0;
  }

  private async insert(db: Database | Tx, email: string, locale: LocaleName): Promise<void> {
    await db.query(
      `INSERT INTO identity.data_link (email, locale, created_at, expires_at)
       VALUES ($1, $2, $3, $3::timestamptz + make_interval(hours => $4))`,
      [email, locale, this.clock.now(), this.config.DATA_LINK_HOURS],
    );
  }
}
