import { Injectable } from '@nestjs/common';
import { Clock, Database, notFound, type Acknowledgement } from '@upstander/platform';
import { Donor } from '../gifts/donor.entity.js';
import { AppealLinks } from './appeal-links.js';

@Injectable()
export class Appeals {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly links: AppealLinks,
  ) {}

  /** Stops email updates until the donor gives again and opts in. @throws Refusal NOT_FOUND for an invalid link */
  async stop(token: string): Promise<Acknowledgement> {
    const link = this.links.openAppealLink(token);
    if (!link) throw notFound('This link');
    const { id, version } = link;
    const criteria = version === null ? { id } : { id, tokenVersion: version };
    const stopped = await this.db.transaction((tx) =>
      tx.manager.update(Donor, criteria, { appealsStoppedAt: this.clock.now() }),
    );
    if (!stopped.affected) throw notFound('This link');
    return { ok: true };
  }
}
