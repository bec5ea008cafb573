import { Injectable } from '@nestjs/common';
import { Database, selectList, SignedIds } from '@upstander/platform';
import { EventReads } from '../events/event-reads.js';
import { RegistrationForms } from './registration-forms.service.js';
import { positionColumn } from './registration-places.js';
import { answersWithLabels } from './registration-question.js';
import { Registration, type MyRegistration } from './registration.entity.js';

const columns = `${selectList(Registration, 'r', 'owner', { except: ['position', 'addressConfirmed'] })}, r.answers,
  ${positionColumn} AS position, r.verified_at IS NOT NULL AS "addressConfirmed"`;

@Injectable()
export class RegistrationReads {
  constructor(
    private readonly db: Database,
    private readonly signedIds: SignedIds,
    private readonly events: EventReads,
    private readonly forms: RegistrationForms,
  ) {}

  async byToken(token: string): Promise<MyRegistration | null> {
    const link = this.signedIds.verify('registration', token);
    return link ? this.find(link.id, link.version) : null;
  }

  /** The caller must already have checked access. */
  async byId(id: string): Promise<MyRegistration> {
    const registration = await this.find(id, null);
    if (!registration) throw new Error('A registration that was just changed is gone.');
    return registration;
  }

  private async find(id: string, version: number | null): Promise<MyRegistration | null> {
    const [row] = await this.db.query<Registration & Record<string, unknown>>(
      `SELECT ${columns} FROM events.registration r
       WHERE r.id = $1 AND ($2::integer IS NULL OR r.token_version = $2) AND r.repeat_of IS NULL`,
      [id, version],
    );
    if (!row) return null;
    const [event, forms] = await Promise.all([this.events.byId(row.eventId), this.forms.findByEvents([row.eventId])]);
    const form = forms.get(row.eventId)!;
    return { ...row, event, form, answers: answersWithLabels(form.questions, row.answers) };
  }
}
