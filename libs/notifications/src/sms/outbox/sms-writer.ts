import { Injectable } from '@nestjs/common';
import { Clock, Config, Database, Logger, Secrets } from '@upstander/platform';
import { backoff } from '../../delivery/smtp-failure.js';
import { MailTemplates } from '../../templates/mail-templates.js';
import { smsCodeOf } from '../consent/sms-code.js';
import { textingTimeFrom } from '../quiet-hours/quiet-hours.js';
import { SmsZones } from '../quiet-hours/sms-zones.js';
import { words } from '../sms.texts.generated.js';
import type { ClaimedSms, SmsDeliveryOutcome } from './sms-claims.js';
import { composeSms, type SmsBody } from '../text/sms-text.js';

export interface WrittenSms {
  text: ClaimedSms;
  body: string;
}

/** Checks and writes texts when they're sent, from the facts of that moment. */
@Injectable()
export class SmsWriter {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly secrets: Secrets,
    private readonly templates: MailTemplates,
    private readonly zones: SmsZones,
    private readonly logger: Logger,
  ) {}

  async write(texts: readonly ClaimedSms[]): Promise<{ written: WrittenSms[]; outcomes: SmsDeliveryOutcome[] }> {
    const written: WrittenSms[] = [];
    const outcomes: SmsDeliveryOutcome[] = [];
    const codes = texts.filter(({ codeId }) => codeId !== null);
    const usable = await this.findUsableCodes(codes);
    for (const text of codes) {
      if (!text.codeId || !usable.has(text.codeId)) outcomes.push({ id: text.id, status: 'skipped' });
      else written.push({ text, body: this.codeText(text, text.codeId) });
    }
    const wanted = await this.dropUnwanted(
      texts.filter(({ codeId }) => codeId === null),
      outcomes,
    );
    for (const template of new Set(wanted.map((text) => text.template))) {
      const rows = wanted.filter((text) => text.template === template);
      try {
        written.push(...(await this.writeTemplate(template, rows, outcomes)));
      } catch (error) {
        this.logger.fault(error, { template, texts: rows.length }, 'could not write texts');
        outcomes.push(...rows.map((row) => this.retryLater(row)));
      }
    }
    return { written, outcomes };
  }

  private async writeTemplate(
    name: string,
    texts: readonly ClaimedSms[],
    outcomes: SmsDeliveryOutcome[],
  ): Promise<WrittenSms[]> {
    const template = this.templates.find(name);
    if (!template?.sms) throw new Error(`The email "${name}" has no text.`);
    const loaded = await template.load(texts);
    const written: WrittenSms[] = [];
    for (const text of texts) {
      const facts = loaded.get(text.id) ?? null;
      if (facts === null) outcomes.push({ id: text.id, status: 'skipped' });
      else written.push({ text, body: this.compose(template.sms.write(facts, text)) });
    }
    return written;
  }

  /** Skips texts whose consent has ended, and returns texts that may be sent now. */
  private async dropUnwanted(texts: readonly ClaimedSms[], outcomes: SmsDeliveryOutcome[]): Promise<ClaimedSms[]> {
    if (texts.length === 0) return [];
    const open = await this.db.query<{ id: string }>(
      'SELECT id FROM notifications.sms_consent WHERE id = ANY ($1::uuid[]) AND revoked_at IS NULL',
      [texts.map(({ consentId }) => consentId)],
    );
    const consents = new Set(open.map(({ id }) => id));
    const zones = await this.zones.find(texts.map(({ recipient }) => recipient.toLowerCase()));
    const now = this.clock.now();
    return texts.filter((text) => {
      const { id, consentId, number, recipient } = text;
      if (!consentId || !consents.has(consentId)) {
        outcomes.push({ id, status: 'skipped', error: 'Not sent: the consent has ended.' });
        return false;
      }
      const dueAt = textingTimeFrom(now, number, zones.get(recipient.toLowerCase()) ?? null);
      if (dueAt > now) outcomes.push({ id, status: 'due', dueAt, error: null, uncounted: true });
      return dueAt <= now;
    });
  }

  private async findUsableCodes(texts: readonly ClaimedSms[]): Promise<Set<string>> {
    if (texts.length === 0) return new Set();
    const rows = await this.db.query<{ id: string }>(
      'SELECT id FROM notifications.sms_code WHERE id = ANY ($1::uuid[]) AND used_at IS NULL AND expires_at > $2',
      [texts.map(({ codeId }) => codeId), this.clock.now()],
    );
    return new Set(rows.map(({ id }) => id));
  }

  private codeText({ locale, number }: ClaimedSms, codeId: string): string {
    return this.compose(words[locale].code({ code: smsCodeOf(this.secrets, { id: codeId, number }) }));
  }

  private compose(body: SmsBody): string {
    return composeSms(this.config.ORGANIZATION_NAME, body);
  }

  private retryLater({ id, attempts }: ClaimedSms): SmsDeliveryOutcome {
    const dueAt = new Date(this.clock.now().valueOf() + backoff(attempts));
    return { id, status: 'due', dueAt, error: 'The text could not be written. See the log.' };
  }
}
