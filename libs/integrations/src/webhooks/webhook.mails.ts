import { Injectable, type OnModuleInit } from '@nestjs/common';
import { chapterName, type LocaleName } from '@upstander/identity';
import { MailTemplates, type MailBlock, type MailText } from '@upstander/notifications';
import { Config, Database } from '@upstander/platform';
import type { WebhookEndpoint } from './webhook-endpoint.entity.js';
import { words } from './webhook.mail.generated.js';

type Facts = Pick<WebhookEndpoint, 'id' | 'url' | 'status' | 'disabledReason' | 'chapterName'>;

@Injectable()
export class WebhookMails implements OnModuleInit {
  constructor(
    private readonly templates: MailTemplates,
    private readonly db: Database,
    private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.templates.define<Facts>({
      name: 'webhook-disabled',
      load: (ids) => this.load(ids),
      isStillRelevant: ({ status, disabledReason }) => status === 'disabled' && disabledReason !== 'staff',
      write: (endpoint, locale) => this.writeMail(endpoint, locale),
    });
  }

  private async load(ids: readonly string[]): Promise<Map<string, Facts>> {
    const endpoints = await this.db.query<Facts & Record<string, unknown>>(
      `SELECT e.id, e.url, e.status, e.disabled_reason AS "disabledReason", ${chapterName('e.chapter_id')} AS "chapterName"
       FROM integrations.webhook_endpoint e WHERE e.id = ANY ($1::uuid[])`,
      [ids],
    );
    return new Map(endpoints.map((endpoint) => [endpoint.id, endpoint]));
  }

  private writeMail({ id, url, disabledReason, chapterName }: Facts, locale: LocaleName): MailText {
    const t = words[locale];
    const button = { label: t.button, url: `${this.config.adminUrl}/admin/settings/webhooks/${id}` };
    const reasons = { gone: t.gone, failing: t.failing, secret_lost: t.secretLost, staff: t.failing };
    const reason = reasons[disabledReason ?? 'failing']({ url });
    const facts: MailBlock[] = chapterName ? [{ facts: [[t.chapter, chapterName]] }] : [];
    return { subject: t.subject, heading: t.subject, blocks: [reason, ...facts, t.next, { buttons: [button] }] };
  }
}
