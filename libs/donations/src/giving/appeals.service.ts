import { Injectable, type OnModuleInit } from '@nestjs/common';
import { NotificationPreferencesService, type NotificationFrequency } from '@upstander/notifications';
import { Database, notFound, type Acknowledgement, type Tx } from '@upstander/platform';
import { AppealLinks, wantsUpdatesCondition } from './appeal-links.js';

/** Keeps a copy of the choice about updates with the donor. It ends when the donor gives again and opts in. */
@Injectable()
export class Appeals implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly links: AppealLinks,
    private readonly preferences: NotificationPreferencesService,
  ) {}

  onModuleInit(): void {
    this.preferences.copyTo('fundraiser_updates', {
      isTurnedOff: (recipient) => this.isTurnedOff(recipient),
      write: (tx, recipient, frequency, at) => this.write(tx, recipient, frequency, at),
    });
  }

  /** Stops email updates until the donor gives again and opts in. @throws Refusal NOT_FOUND for an invalid link */
  async stop(token: string): Promise<Acknowledgement> {
    const link = this.links.openAppealLink(token);
    if (!link) throw notFound('This link');
    await this.db.transaction(async (tx) => {
      const [donor] = await tx.query<{ email: string }>(
        'SELECT email::text FROM fundraising.donor WHERE id = $1 AND token_version = coalesce($2, token_version)',
        [link.id, link.version],
      );
      if (!donor) throw notFound('This link');
      await this.preferences.set(tx, donor.email, 'fundraiser_updates', 'never');
    });
    return { ok: true };
  }

  private async isTurnedOff(recipient: string): Promise<boolean | null> {
    const [donor] = await this.db.query<{ wantsUpdates: boolean; isStopped: boolean }>(
      `SELECT d.appeals_stopped_at IS NOT NULL AS "isStopped", EXISTS (
         SELECT FROM fundraising.gift g WHERE g.donor_id = d.id AND ${wantsUpdatesCondition}
       ) AS "wantsUpdates"
       FROM fundraising.donor d WHERE d.email = $1`,
      [recipient],
    );
    return donor ? donor.isStopped && !donor.wantsUpdates : null;
  }

  private async write(tx: Tx, recipient: string, frequency: NotificationFrequency, at: Date): Promise<void> {
    await tx.query(
      `UPDATE fundraising.donor SET appeals_stopped_at = CASE WHEN $3 THEN $2::timestamptz END WHERE email = $1`,
      [recipient, at, frequency === 'never'],
    );
  }
}
