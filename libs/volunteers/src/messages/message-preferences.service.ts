import { Injectable, type OnModuleInit } from '@nestjs/common';
import { NotificationPreferencesService, type NotificationFrequency } from '@upstander/notifications';
import { Database, type Tx } from '@upstander/platform';
import { HistoryKind } from '../history/history.entity.js';
import { recordHistoryEntries } from '../history/history.js';

/** Keeps a copy of the choice about messages with the volunteer, where queries of audiences read it. */
@Injectable()
export class MessagePreferences implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly preferences: NotificationPreferencesService,
  ) {}

  onModuleInit(): void {
    this.preferences.copyTo('volunteer_messages', {
      isTurnedOff: (recipient) => this.isTurnedOff(recipient),
      write: (tx, recipient, frequency, at) => this.write(tx, 'email = $1', recipient, { frequency, at }),
    });
  }

  /** Also changes the choice of the volunteer's address, if there is one. */
  async set(tx: Tx, volunteerId: string, frequency: NotificationFrequency, at: Date): Promise<void> {
    await this.write(tx, 'id = $1::uuid', volunteerId, { frequency, at });
    const [volunteer] = await tx.query<{ email: string | null }>(
      'SELECT email::text FROM volunteers.volunteer WHERE id = $1',
      [volunteerId],
    );
    if (volunteer?.email) await this.preferences.set(tx, volunteer.email, 'volunteer_messages', frequency);
  }

  private async isTurnedOff(recipient: string): Promise<true | null> {
    const stopped = await this.db.query(
      'SELECT FROM volunteers.volunteer WHERE email = $1 AND messages_stopped_at IS NOT NULL',
      [recipient],
    );
    return stopped.length > 0 ? true : null;
  }

  private async write(
    tx: Tx,
    condition: string,
    who: string,
    { frequency, at }: { frequency: NotificationFrequency; at: Date },
  ): Promise<void> {
    const isStopped = frequency === 'never';
    const changed = await tx.query<{ id: string }>(
      `UPDATE volunteers.volunteer SET messages_stopped_at = CASE WHEN $3 THEN $2::timestamptz END
       WHERE ${condition} AND erased_at IS NULL AND (messages_stopped_at IS NULL) = $3::boolean RETURNING id`,
      [who, at, isStopped],
    );
    const kind = isStopped ? HistoryKind.MESSAGES_STOPPED : HistoryKind.MESSAGES_WANTED;
    await recordHistoryEntries(
      tx,
      changed.map(({ id }) => id),
      { kind, at },
    );
  }
}
