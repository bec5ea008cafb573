import { Injectable, type OnModuleInit } from '@nestjs/common';
import { NotificationPreferencesService } from '@upstander/notifications';
import { Database, type Tx } from '@upstander/platform';

/** Keeps a copy of the choice about messages with each registration, where queries of audiences read it. */
@Injectable()
export class RegistrationPreferences implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly preferences: NotificationPreferencesService,
  ) {}

  onModuleInit(): void {
    this.preferences.copyTo('volunteer_messages', {
      isTurnedOff: (recipient) => this.isTurnedOff(recipient),
      write: (tx, recipient, frequency, at) => this.write(tx, recipient, { isStopped: frequency === 'never', at }),
    });
  }

  private async isTurnedOff(recipient: string): Promise<true | null> {
    const stopped = await this.db.query(
      'SELECT FROM events.registration WHERE email = $1 AND messages_stopped_at IS NOT NULL LIMIT 1',
      [recipient],
    );
    return stopped.length > 0 ? true : null;
  }

  private async write(tx: Tx, recipient: string, { isStopped, at }: { isStopped: boolean; at: Date }): Promise<void> {
    await tx.query(
      `UPDATE events.registration SET messages_stopped_at = CASE WHEN $3 THEN $2::timestamptz END
       WHERE email = $1 AND (messages_stopped_at IS NULL) = $3::boolean`,
      [recipient, at, isStopped],
    );
  }
}
