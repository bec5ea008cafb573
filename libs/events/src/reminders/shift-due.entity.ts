import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DueKind } from './timetable.js';

/** One line of a shift's timetable: a mail it owes the people on it, and whether it was made. */
@Entity({ schema: 'events', name: 'shift_due' })
export class ShiftDueRow {
  @PrimaryColumn('uuid', { name: 'shift_id' })
  shiftId!: string;

  @PrimaryColumn('text')
  kind!: DueKind;

  @Column('timestamptz', { name: 'due_at' })
  dueAt!: Date;

  @Column('timestamptz')
  until!: Date;

  @Column('timestamptz', { name: 'done_at', nullable: true })
  doneAt!: Date | null;
}
