import { Injectable, type OnModuleInit } from '@nestjs/common';
import { myDataLink, type LocaleName } from '@upstander/identity';
import { Clock, Config, Database, SignedIds } from '@upstander/platform';
import type { MailText } from '../templates/defined-mail.js';
import { MailTemplates } from '../templates/mail-templates.js';
import { words } from './my-data.mail.generated.js';

/** Subjects reveal nothing, because others may see the inbox. */
@Injectable()
export class DataMails implements OnModuleInit {
  constructor(
    private readonly templates: MailTemplates,
    private readonly config: Config,
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly signedIds: SignedIds,
  ) {}

  onModuleInit(): void {
    this.templates.define<{ id: string }>({
      name: 'my-data-link',
      isAlwaysTried: true,
      load: (ids) =>
        this.load(`SELECT id FROM identity.data_link WHERE id = ANY ($1::uuid[]) AND expires_at > $2`, ids),
      write: ({ id }, locale) => this.writeLink(id, locale),
    });
    this.templates.define<{ id: string }>({
      name: 'my-data-held',
      load: (ids) =>
        this.load(
          `SELECT id FROM identity.data_request WHERE id = ANY ($1::uuid[]) AND status = 'open' AND requested_at <= $2`,
          ids,
        ),
      write: (_, locale) => {
        const { subject, heading, said, more } = words[locale].held;
        return { subject, heading, blocks: [said, more({ address: this.config.MAIL_FROM })] };
      },
    });
    this.templates.define<{ id: string }>({
      name: 'my-data-done',
      load: (ids) =>
        this.load(
          `SELECT id FROM identity.data_request WHERE id = ANY ($1::uuid[]) AND status = 'done' AND requested_at <= $2`,
          ids,
        ),
      write: (_, locale) => {
        const { subject, heading, said, stays, last } = words[locale].done;
        return { subject, heading, blocks: [said, stays, { small: last }] };
      },
    });
    this.templates.define<{ id: string; kind: string }>({
      name: 'my-data-withdrawn',
      load: (ids) =>
        this.load(
          `SELECT id, kind FROM identity.data_request WHERE id = ANY ($1::uuid[]) AND status = 'withdrawn' AND requested_at <= $2`,
          ids,
        ),
      write: ({ kind }, locale) => {
        const { subject, heading, said, again, button } = words[locale].withdrawn;
        const buttons = [{ label: button, url: `${this.config.PUBLIC_URL}/my-data` }];
        return {
          subject,
          heading,
          blocks: [said({ erasure: kind === 'erasure' }), { buttons }, again({ address: this.config.MAIL_FROM })],
        };
      },
    });
  }

  private writeLink(id: string, locale: LocaleName): MailText {
    const { subject, heading, said, button, ignore } = words[locale].link;
    const url = `${this.config.PUBLIC_URL}/my-data/${this.signedIds.sign(myDataLink, id)}`;
    const blocks = [
      said({ hours: this.config.DATA_LINK_HOURS }),
      { buttons: [{ label: button, url }] },
      { small: ignore },
    ];
    return { subject, heading, blocks };
  }

  private async load<Found extends { id: string }>(sql: string, ids: readonly string[]): Promise<Map<string, Found>> {
    const found = await this.db.query<Found & Record<string, unknown>>(sql, [ids, this.clock.now()]);
    return new Map(found.map((one) => [one.id, one]));
  }
}
