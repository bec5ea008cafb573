import { Injectable } from '@nestjs/common';
import { Letterheads, type LocaleName } from '@upstander/identity';
import { WorkerThread, type DocumentFile } from '@upstander/files';
import { Config, Database, notFound, SignedIds } from '@upstander/platform';
import { badgeClaims } from './badge.js';
import { BadgeKey } from './badge-key.js';
import { badgePurpose, certificatePurpose } from './certificate-links.js';
import { words as certificateWords } from './certificate.texts.generated.js';
import type { certificatePdf } from './certificate.js';

const thread = new WorkerThread<Parameters<typeof certificatePdf>, Uint8Array>('certificate', import.meta.url);

interface Row extends Record<string, unknown> {
  id: string;
  slug: string;
  title: string;
  summary: string;
  name: string;
  volunteerId: string;
  email: string;
  training: string | null;
  completedOn: string;
  expiresOn: string | null;
  lessons: string[];
  locale: LocaleName;
  createdAt: Date;
}

/** SQL: the credential `k` of course completion `d`, with its type `y`. */
export const credentialOfCompletion = `LEFT JOIN volunteers.credential k ON k.id = d.credential_id
  LEFT JOIN volunteers.credential_type y ON y.id = k.type_id`;

/** Revoked certificates and badges are no longer found. */
@Injectable()
export class Certificates {
  constructor(
    private readonly db: Database,
    private readonly letterheads: Letterheads,
    private readonly config: Config,
    private readonly signed: SignedIds,
    private readonly key: BadgeKey,
  ) {}

  /** @throws Refusal NOT_FOUND */
  async pdf(token: string, lang: unknown): Promise<DocumentFile> {
    const row = await this.findRow(this.signed.verify(certificatePurpose, token), lang);
    const { ORGANIZATION_NAME: name, POSTAL_ADDRESS: address } = this.config;
    const { title: course, training, completedOn, expiresOn, lessons, createdAt: madeAt } = row;
    const facts = { name: row.name, course, training, completedOn, expiresOn, lessons, madeAt };
    const letterhead = { ...(await this.letterheads.look()), name, lines: address.split('\n') };
    const { buffer, byteOffset, byteLength } = await thread.run([{ ...facts, letterhead }, row.locale]);
    const bytes = Buffer.from(buffer, byteOffset, byteLength);
    return { name: certificateWords[row.locale].file({ slug: row.slug }), bytes };
  }

  /**
   * Returns the badge as a signed credential (Open Badges 3.0).
   * Before 0.3, badges were emailed with the link of the certificate.
   * @throws Refusal NOT_FOUND
   */
  async badge(token: string, lang: unknown): Promise<string> {
    const link = this.signed.verify(badgePurpose, token) ?? this.signed.verify(certificatePurpose, token);
    const { id, slug, title, summary, name, email, volunteerId, completedOn, expiresOn, lessons, locale } =
      await this.findRow(link, lang);
    const { PUBLIC_URL, ORGANIZATION_NAME } = this.config;
    return this.key.sign(
      badgeClaims({
        id,
        locale,
        completedOn,
        expiresOn,
        issuer: { id: this.key.issuerUrl, name: ORGANIZATION_NAME, url: PUBLIC_URL },
        course: { url: `${PUBLIC_URL}/learn/courses/${slug}`, title, summary, lessons: lessons.length },
        recipient: {
          name,
          email,
          id: `urn:uuid:${uuidFrom(this.key.pseudonym('subject', volunteerId))}`,
          salt: this.key.pseudonym('salt', id).toString('hex'),
        },
        imageUrl: `${PUBLIC_URL}/icon-512.png`,
      }),
    );
  }

  private async findRow(link: { id: string } | null, lang: unknown): Promise<Row> {
    const requestedLocale = lang === 'en' || lang === 'es' ? lang : null;
    const [row] = link
      ? await this.db.query<Row>(
          `SELECT d.id, c.slug, c.texts->w.locale->>'title' AS title, c.texts->w.locale->>'summary' AS summary, d.name,
             v.id AS "volunteerId", v.email::text AS email,
             CASE WHEN w.locale = 'es' THEN y.name_es ELSE y.name END AS training,
             d.completed_on::text AS "completedOn", k.expires_on::text AS "expiresOn", w.locale, d.created_at AS "createdAt",
             (SELECT coalesce(array_agg(t.title ORDER BY n.number), '{}') FROM learning.lesson n
                JOIN learning.article_text t ON t.article_id = n.article_id AND t.locale = w.locale
              WHERE n.course_id = c.id) AS lessons
           FROM learning.course_completion d JOIN learning.course c ON c.id = d.course_id
             JOIN volunteers.volunteer v ON v.id = d.volunteer_id
             ${credentialOfCompletion}
             CROSS JOIN LATERAL (SELECT coalesce($2::text, v.locale) AS locale) w
           WHERE d.id = $1 AND v.erased_at IS NULL AND (k.id IS NULL OR k.status = 'approved')`,
          [link.id, requestedLocale],
        )
      : [];
    if (!row) throw notFound('This certificate');
    return row;
  }
}

/** Formats 16 bytes as a version 8 UUID (RFC 9562), which allows custom content. */
function uuidFrom(bytes: Buffer): string {
  const version8 = Buffer.from(bytes);
  version8[6] = (bytes[6]! & 0x0f) | 0x80;
  version8[8] = (bytes[8]! & 0x3f) | 0x80;
  return version8.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
