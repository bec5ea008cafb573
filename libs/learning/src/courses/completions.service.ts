import { Injectable } from '@nestjs/common';
import { RateLimits, type Actor } from '@upstander/identity';
import { Outbox } from '@upstander/notifications';
import { Clock, Config, Database, insertRow, personName, Refusal, SignedIds } from '@upstander/platform';
import { CourseCredentials, MyProfile, volunteerIdOfAddress } from '@upstander/volunteers';
import { certificateLinks } from '../certificates/certificate-links.js';
import { CourseCompletion } from './course.entity.js';
import type { MyCompletion } from './course.js';
import { Courses } from './courses.service.js';

interface Row extends Record<string, unknown> {
  id: string;
  title: string;
  name: string;
  completedOn: string;
  expiresOn: string | null;
}

@Injectable()
export class Completions {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly limits: RateLimits,
    private readonly signed: SignedIds,
    private readonly courses: Courses,
    private readonly profile: MyProfile,
    private readonly credentials: CourseCredentials,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Records a completion, once a day. Shifts accept the credential as soon as this returns.
   * @throws Refusal COURSE_NOT_FINISHED, NOT_FOUND, BAD_INPUT, TOO_MANY_TRIES
   */
  async complete(actor: Actor, request: { slug: string; progress: string; name: string }): Promise<MyCompletion> {
    const name = personName('name', request.name, 120);
    const finished = await this.courses.findFinished(request.slug, request.progress);
    if (!finished) {
      throw new Refusal(
        'COURSE_NOT_FINISHED',
        'Some lessons aren’t done yet or have changed. Please check them again.',
      );
    }
    await this.limits.consume('complete-course', String(actor.accountId));
    const at = this.clock.now();
    const day = this.clock.dayOf(at);
    const id = await this.db.transaction(async (tx) => {
      // Locks the volunteer, so concurrent requests record one completion.
      const volunteer = await this.profile.lockOwn(tx, actor);
      const [before] = await tx.query<{ id: string }>(
        'SELECT id FROM learning.course_completion WHERE course_id = $1 AND volunteer_id = $2 AND completed_on = $3',
        [finished.id, volunteer.id, day],
      );
      if (before) return before.id;
      const [course] = await tx.query<{ title: string; typeId: string | null }>(
        `SELECT c.texts->'en'->>'title' AS title, k.id AS "typeId" FROM learning.course c
           LEFT JOIN volunteers.credential_type k ON k.id = c.credential_type_id AND k.retired_at IS NULL WHERE c.id = $1`,
        [finished.id],
      );
      const { title, typeId } = course!;
      const credentialId =
        typeId && (await this.credentials.record(tx, { typeId, volunteerId: volunteer.id, course: title, day }));
      const completionId = await insertRow(tx.manager, CourseCompletion, {
        courseId: finished.id,
        edition: finished.edition,
        volunteerId: volunteer.id,
        credentialId,
        name,
        completedOn: day,
        createdAt: at,
      });
      await this.outbox.add(tx, {
        key: `course-finished/${completionId}`,
        template: 'course-finished',
        subjectId: completionId,
        recipient: volunteer.email,
        locale: volunteer.locale,
      });
      return completionId;
    });
    return (await this.findMine(actor, id))[0]!;
  }

  /** Returns the actor's completions, newest first, or only the one with this ID. */
  async findMine(actor: Actor, id?: string): Promise<MyCompletion[]> {
    const rows = await this.db.query<Row>(
      `SELECT d.id, c.texts->$2->>'title' AS title, d.name, d.completed_on::text AS "completedOn",
         k.expires_on::text AS "expiresOn"
       FROM learning.course_completion d JOIN learning.course c ON c.id = d.course_id
         LEFT JOIN volunteers.credential k ON k.id = d.credential_id
       WHERE d.volunteer_id = ${volunteerIdOfAddress('$1')} AND ($3::uuid IS NULL OR d.id = $3)
       ORDER BY d.created_at DESC LIMIT 50`,
      [actor.email, actor.locale ?? 'en', id ?? null],
    );
    return rows.map(({ id: one, ...row }) => ({ ...row, ...certificateLinks(this.config, this.signed, one) }));
  }
}
