import { Injectable, type OnModuleInit } from '@nestjs/common';
import { VolunteerParts } from '@upstander/volunteers';

@Injectable()
export class CoursesOfVolunteers implements OnModuleInit {
  constructor(private readonly parts: VolunteerParts) {}

  onModuleInit(): void {
    this.parts.define({
      part: 'courses',
      find: async (db, { from, to }) => {
        const rows = await db.query<{ id: string; stays: boolean }>(
          `SELECT d.id, EXISTS (SELECT FROM learning.course_completion o
             WHERE o.volunteer_id = $2 AND o.course_id = d.course_id AND o.completed_on = d.completed_on) AS stays
           FROM learning.course_completion d WHERE d.volunteer_id = $1 ORDER BY d.id`,
          [from, to],
        );
        const idsWhere = (is: boolean) => rows.filter(({ stays }) => stays === is).map(({ id }) => id);
        return { moves: idsWhere(false), stays: idsWhere(true), clashes: 0 };
      },
      move: async (tx, ids, { from, to }) =>
        (
          await tx.query(
            `UPDATE learning.course_completion SET volunteer_id = $3 WHERE id = ANY ($1::uuid[]) AND volunteer_id = $2
             RETURNING 1 AS moved`,
            [ids, from, to],
          )
        ).length,
      export: (db, volunteerIds) =>
        db.query(
          `SELECT c.texts->'en'->>'title' AS course, d.name, d.completed_on::text AS "completedOn"
           FROM learning.course_completion d JOIN learning.course c ON c.id = d.course_id
           WHERE d.volunteer_id = ANY ($1::uuid[]) ORDER BY d.id`,
          [volunteerIds],
        ),
      findMailSubjects: async (tx, volunteerIds) =>
        (
          await tx.query<{ id: string }>(
            'SELECT id FROM learning.course_completion WHERE volunteer_id = ANY ($1::uuid[])',
            [volunteerIds],
          )
        ).map(({ id }) => id),
      erase: async (tx, volunteerIds) => {
        await tx.query('DELETE FROM learning.course_completion WHERE volunteer_id = ANY ($1::uuid[])', [volunteerIds]);
      },
    });
  }
}
