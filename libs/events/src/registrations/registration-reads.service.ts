import { Injectable } from '@nestjs/common';
import type { Actor } from '@upstander/identity';
import { Clock, Database, selectList, SignedIds } from '@upstander/platform';
import { EventReads } from '../events/event-reads.js';
import { RegistrationForms } from './registration-forms.service.js';
import { positionColumn } from './registration-places.js';
import { answersWithLabels } from './registration-question.js';
import { Registration, type MyRegistration } from './registration.entity.js';

type OwnRow = Omit<Registration, 'position' | 'addressConfirmed'> &
  Pick<MyRegistration, 'position' | 'addressConfirmed'> &
  Record<string, unknown>;

/** Append joins and conditions. Repeats are hidden. */
const selectOwn = `SELECT ${selectList(Registration, 'r', 'owner', { except: ['position', 'addressConfirmed'] })}, r.answers,
  r.token_version AS "tokenVersion", ${positionColumn} AS position, r.verified_at IS NOT NULL AS "addressConfirmed"
  FROM events.registration r JOIN events.event e ON e.id = r.event_id WHERE r.repeat_of IS NULL`;

@Injectable()
export class RegistrationReads {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly signedIds: SignedIds,
    private readonly events: EventReads,
    private readonly forms: RegistrationForms,
  ) {}

  async byToken(token: string): Promise<MyRegistration | null> {
    const link = this.signedIds.verify('registration', token);
    if (!link) return null;
    const rows = await this.db.query<OwnRow>(`${selectOwn} AND r.id = $1 AND r.token_version = $2`, [
      link.id,
      link.version,
    ]);
    return (await this.withEvents(rows))[0] ?? null;
  }

  /** The caller must already have checked access. */
  async byId(id: string): Promise<MyRegistration> {
    const [registration] = await this.withEvents(await this.db.query<OwnRow>(`${selectOwn} AND r.id = $1`, [id]));
    if (!registration) throw new Error('A registration that was just changed is gone.');
    return registration;
  }

  /** Returns the upcoming registrations with the address of the signed-in user, and those of the past year. */
  async findByActor(actor: Actor): Promise<MyRegistration[]> {
    if (!actor.email) return [];
    const rows = await this.db.query<OwnRow>(
      `${selectOwn} AND r.email = $1 AND e.ends_at > $2::timestamptz - interval '1 year'
       ORDER BY e.starts_at DESC, r.id LIMIT 200`,
      [actor.email, this.clock.now()],
    );
    const registrations = await this.withEvents(rows);
    return registrations.map((one, index) => ({
      ...one,
      token: this.signedIds.sign('registration', one.id, rows[index]!.tokenVersion),
    }));
  }

  private async withEvents(rows: readonly OwnRow[]): Promise<MyRegistration[]> {
    if (rows.length === 0) return [];
    const ids = [...new Set(rows.map(({ eventId }) => eventId))];
    const [events, forms] = await Promise.all([this.events.byIds(ids), this.forms.findByEvents(ids)]);
    return rows.map((row) => {
      const form = forms.get(row.eventId)!;
      const answers = answersWithLabels(form.questions, row.answers);
      return { ...row, event: events.get(row.eventId)!, form, answers, token: null };
    });
  }
}
