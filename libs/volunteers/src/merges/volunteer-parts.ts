import { Injectable } from '@nestjs/common';
import type { Database, Tx } from '@upstander/platform';
import { In } from 'typeorm';
import { chapterName } from '@upstander/identity';
import { Hours } from '../hours/hours.entity.js';
import { EmergencyContact } from '../profile/emergency-contact.entity.js';
import type { MergePart } from './merge.entity.js';
import { joinVolunteer } from '../profile/volunteer-joins.js';

export interface MergePair {
  from: string;
  to: string;
}

export interface VolunteerPart {
  part: MergePart;
  /** Prevents new rows during a merge. Called before any row is locked. */
  lock?(tx: Tx): Promise<void>;
  /** Returns the IDs that would move or stay, and the number of overlaps. */
  find(db: Database | Tx, pair: MergePair, now: Date): Promise<{ moves: string[]; stays: string[]; clashes: number }>;
  /** Moves the rows that still belong to `from` and returns their number. */
  move(tx: Tx, ids: readonly string[], pair: MergePair): Promise<number>;
  /** Returns the rows for the volunteers' data export. */
  export?(db: Database, volunteerIds: readonly string[]): Promise<unknown[]>;
  /** Returns the subject IDs of emails to delete along with the rows. */
  findMailSubjects?(tx: Tx, volunteerIds: readonly string[]): Promise<string[]>;
  /** True if upcoming items prevent an erasure. */
  hasUpcoming?(tx: Tx, volunteerIds: readonly string[], now: Date): Promise<boolean>;
  erase?(tx: Tx, volunteerIds: readonly string[]): Promise<void>;
}

/**
 * Registry of the data a merge moves, an export includes and an erasure deletes. Libraries register their own on module
 * init. Gifts, receipts and accounts belong to an address, so they are not included.
 */
@Injectable()
export class VolunteerParts {
  private readonly known = new Map<MergePart, VolunteerPart>();

  define(part: VolunteerPart): void {
    if (this.known.has(part.part)) throw new Error(`The part "${part.part}" is defined twice.`);
    this.known.set(part.part, part);
  }

  all(): VolunteerPart[] {
    return [...this.known.values()];
  }
}

const ids = (rows: ReadonlyArray<{ id: string }>) => rows.map(({ id }) => id);

/** Defines a table of this library by volunteer. `same` is SQL: true if the other record already has the row. */
function tablePart(part: MergePart, table: string, sameCondition = 'false'): VolunteerPart {
  const id = 'r.id';
  return {
    part,
    find: async (db, { from, to }) => {
      const rows = await db.query<{ id: string; stays: boolean }>(
        `SELECT ${id} AS id, ${sameCondition} AS stays FROM volunteers.${table} r WHERE r.volunteer_id = $1 AND $2::uuid IS NOT NULL ORDER BY 1`,
        [from, to],
      );
      return {
        moves: ids(rows.filter(({ stays }) => !stays)),
        stays: ids(rows.filter(({ stays }) => stays)),
        clashes: 0,
      };
    },
    move: async (tx, rowIds, { from, to }) =>
      (
        await tx.query(
          `UPDATE volunteers.${table} r SET volunteer_id = $3 WHERE ${id} = ANY ($1::uuid[]) AND r.volunteer_id = $2 RETURNING 1 AS moved`,
          [rowIds, from, to],
        )
      ).length,
    findMailSubjects: async (tx, volunteerIds) =>
      ids(
        await tx.query<{ id: string }>(`SELECT id FROM volunteers.${table} WHERE volunteer_id = ANY ($1::uuid[])`, [
          volunteerIds,
        ]),
      ),
    erase: (tx, volunteerIds) => deleteVolunteerRows(tx, table, volunteerIds),
  };
}

function exportOf(table: string, columns: string): NonNullable<VolunteerPart['export']> {
  return (db, volunteerIds) =>
    db.query(
      `SELECT ${columns}, ${chapterName('r.chapter_id')} AS chapter FROM volunteers.${table} r
       WHERE r.volunteer_id = ANY ($1::uuid[]) ORDER BY r.id`,
      [volunteerIds],
    );
}

async function deleteVolunteerRows(tx: Tx, table: string, volunteerIds: readonly string[]): Promise<void> {
  await tx.query(`DELETE FROM volunteers.${table} WHERE volunteer_id = ANY ($1::uuid[])`, [volunteerIds]);
}

const pending = `'claimed', 'requested', 'disclosed', 'authorised', 'under_review'`;

/** Data of this library. The history stays with its record and is read together with the remaining one. */
export const ownParts: readonly VolunteerPart[] = [
  { ...tablePart('notes', 'note'), export: exportOf('note', 'r.body, r.created_at AS "createdAt"') },
  {
    ...tablePart('messages', 'message'),
    export: exportOf('message', 'r.subject, r.body, r.sent_at AS "sentAt"'),
  },
  {
    ...tablePart(
      'tags',
      'tag',
      `EXISTS (SELECT FROM volunteers.tag o WHERE o.volunteer_id = $2 AND o.name = r.name
       AND o.chapter_id IS NOT DISTINCT FROM r.chapter_id)`,
    ),
    export: exportOf('tag', 'r.name, r.created_at AS "createdAt"'),
  },
  {
    ...tablePart('hours', 'hours'),
    export: exportOf('hours', 'r.day::text, r.minutes, r.what, r.status, r.note'),
    // Keeps the hours without personal data, so that yearly reports don't change.
    erase: async (tx, volunteerIds) => {
      await tx.manager.update(Hours, { volunteerId: In(volunteerIds) }, { note: null });
    },
  },
  {
    // Pending credentials of the remaining record win. Two records of one event count as one.
    ...tablePart(
      'credentials',
      'credential',
      `EXISTS (SELECT FROM volunteers.credential o WHERE o.volunteer_id = $2 AND o.type_id = r.type_id AND (
         o.event_id = r.event_id OR (o.status IN (${pending}) AND r.status IN (${pending}))))`,
    ),
    export: (db, volunteerIds) =>
      db.query(
        `SELECT t.name, t.kind, r.status, r.issued_on::text AS "issuedOn", r.expires_on::text AS "expiresOn", r.evidence,
           r.signed_name AS "signedName", r.signed_at AS "signedAt", r.guardian_email::text AS "guardianEmail",
           r.signature, r.guardian_relation AS "guardianRelation", r.disclosed_at AS "disclosedAt", r.authorised_at AS "authorizedAt", r.provider_reference AS "providerReference",
           r.notified_at AS "notifiedAt", r.reason, r.created_at AS "createdAt",
           CASE WHEN r.signed_locale = 'es' THEN x.body_es ELSE x.body END AS text
         FROM volunteers.credential r JOIN volunteers.credential_type t ON t.id = r.type_id
           LEFT JOIN volunteers.credential_text x ON x.type_id = r.type_id AND x.version = r.text_version
           ${joinVolunteer('r')}
         -- Signed at check-in for a typed address: whose it is shows only when its owner confirms it.
         WHERE r.volunteer_id = ANY ($1::uuid[]) AND (r.address_confirmed OR v.email IS NULL) ORDER BY r.created_at, r.id`,
        [volunteerIds],
      ),
  },
  {
    part: 'emergency-contact',
    find: async (db, { from, to }) => {
      const rows = await db.query<{ id: string; stays: boolean }>(
        `SELECT r.volunteer_id AS id, EXISTS (SELECT FROM volunteers.emergency_contact o WHERE o.volunteer_id = $2) AS stays
         FROM volunteers.emergency_contact r WHERE r.volunteer_id = $1`,
        [from, to],
      );
      const [stayingIds, movingIds] = [true, false].map((isStaying) =>
        ids(rows.filter((row) => row.stays === isStaying)),
      );
      return { moves: movingIds!, stays: stayingIds!, clashes: 0 };
    },
    move: async (tx, rowIds, { from, to }) =>
      rowIds.length === 0
        ? 0
        : ((await tx.manager.update(EmergencyContact, { volunteerId: from }, { volunteerId: to })).affected ?? 0),
    // No export: it is part of the profile.
    erase: (tx, volunteerIds) => deleteVolunteerRows(tx, 'emergency_contact', volunteerIds),
  },
];
