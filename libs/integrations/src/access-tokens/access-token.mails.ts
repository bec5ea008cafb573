import { Injectable, type OnModuleInit } from '@nestjs/common';
import { languageTags, accountName, type LocaleName } from '@upstander/identity';
import { MailTemplates, type MailBlock, type MailText } from '@upstander/notifications';
import { Clock, Config, Database } from '@upstander/platform';
import type { AccessToken } from './access-token.entity.js';
import { words } from './access-token.mail.generated.js';

interface Facts extends Pick<AccessToken, 'id' | 'name' | 'kind' | 'expiresAt' | 'revokedAt'> {
  ownerName: string;
}

@Injectable()
export class AccessTokenMails implements OnModuleInit {
  constructor(
    private readonly templates: MailTemplates,
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  onModuleInit(): void {
    const isActive = ({ revokedAt, expiresAt }: Facts) => revokedAt === null && expiresAt > this.clock.now();
    const load = (ids: readonly string[]) => this.load(ids);
    this.templates.define<Facts>({
      name: 'access-token-created',
      load,
      isStillRelevant: () => true,
      write: (token, locale) => this.writeCreated(token, locale),
    });
    this.templates.define<Facts>({
      name: 'access-token-expiring',
      load,
      isStillRelevant: isActive,
      write: (token, locale) => this.writeExpiring(token, locale),
    });
  }

  private async load(ids: readonly string[]): Promise<Map<string, Facts>> {
    const tokens = await this.db.query<Facts & Record<string, unknown>>(
      `SELECT t.id, t.name, t.kind, t.expires_at AS "expiresAt", t.revoked_at AS "revokedAt", ${accountName('t.owner_id')} AS "ownerName"
       FROM integrations.access_token t WHERE t.id = ANY ($1::uuid[])`,
      [ids],
    );
    return new Map(tokens.map((token) => [token.id, token]));
  }

  private writeCreated({ name, kind, ownerName, expiresAt }: Facts, locale: LocaleName): MailText {
    const t = words[locale].created;
    const facts = { name, owner: ownerName, until: writtenDay(expiresAt, locale) };
    const [heading, lead] = kind === 'service' ? [t.service, t.serviceLead(facts)] : [t.heading, t.lead(facts)];
    return { subject: heading, heading, blocks: [lead, t.notYou, this.button(kind, words[locale].button)] };
  }

  private writeExpiring({ name, kind, expiresAt }: Facts, locale: LocaleName): MailText {
    const t = words[locale].expiring;
    const heading = t.heading({ name });
    const lead = t.lead({ name, until: writtenDay(expiresAt, locale) });
    return { subject: heading, heading, blocks: [lead, t.next, this.button(kind, words[locale].button)] };
  }

  private button(kind: AccessToken['kind'], label: string): MailBlock {
    const path = kind === 'service' ? 'settings/access-tokens' : 'account';
    return { buttons: [{ label, url: `${this.config.adminUrl}/admin/${path}` }] };
  }
}

function writtenDay(at: Date, locale: LocaleName): string {
  return new Intl.DateTimeFormat(languageTags[locale], { dateStyle: 'long', timeZone: 'UTC' }).format(at);
}
