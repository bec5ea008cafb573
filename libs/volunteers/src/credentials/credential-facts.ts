import { Injectable } from '@nestjs/common';
import { languageQuery, type LocaleName } from '@upstander/identity';
import type { MailBlock } from '@upstander/notifications';
import { Database } from '@upstander/platform';
import type { CredentialStatus } from './credential-status.js';
import { words } from './credential.mail.generated.js';
import { joinVolunteer } from '../profile/volunteer-joins.js';

export interface CredentialMailFacts {
  id: string;
  name: string;
  firstName: string;
  typeName: string;
  typeNameEs: string;
  howToGet: string;
  howToGetEs: string;
  status: CredentialStatus;
  reason: string | null;
  expiresOn: string | null;
  finalFrom: string | null;
  tokenVersion: number;
}

@Injectable()
export class CredentialFacts {
  constructor(private readonly db: Database) {}

  async load(ids: readonly string[]): Promise<Map<string, CredentialMailFacts>> {
    const rows = await this.db.query<CredentialMailFacts & Record<string, unknown>>(
      `SELECT c.id, coalesce(v.preferred_name, v.name) AS name, split_part(coalesce(v.preferred_name, v.name), ' ', 1) AS "firstName",
         t.name AS "typeName", t.name_es AS "typeNameEs", t.how_to_get AS "howToGet", t.how_to_get_es AS "howToGetEs",
         c.status, c.reason, c.expires_on::text AS "expiresOn", c.final_from::text AS "finalFrom", c.token_version AS "tokenVersion"
       FROM volunteers.credential c JOIN volunteers.credential_type t ON t.id = c.type_id
         ${joinVolunteer('c')}
       WHERE c.id = ANY ($1::uuid[]) AND v.erased_at IS NULL`,
      [ids],
    );
    return new Map(rows.map((facts) => [facts.id, facts]));
  }
}

/** Formats a date: "June 3, 2027". */
export function dayInWords(day: string, locale: LocaleName): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
}

export function accountButton(publicUrl: string, locale: LocaleName): MailBlock {
  const label = words[locale].account;
  return { buttons: [{ label, url: `${publicUrl}/account/credentials${languageQuery(locale)}` }] };
}
