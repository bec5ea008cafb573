import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { LocaleName } from '@upstander/identity';
import { MailTemplates, type MailText } from '@upstander/notifications';
import { Clock, Config, Database } from '@upstander/platform';
import type { DutyName } from '../duty-name.js';
import { words } from './beneficiary-lapse.mail.generated.js';

interface DutyLapse {
  name: string;
  /** True if the partner can no longer receive gifts. */
  isOver: boolean;
  duties: DutyName[];
}

@Injectable()
export class BeneficiaryLapseMail implements OnModuleInit {
  constructor(
    private readonly templates: MailTemplates,
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.templates.define<DutyLapse>({
      name: 'beneficiary-lapse',
      load: (ids) => this.load(ids),
      isStillRelevant: ({ duties: missing }) => missing.length > 0,
      write: (lapse, locale) => this.letter(lapse, locale),
    });
  }

  private async load(ids: readonly string[]): Promise<Map<string, DutyLapse>> {
    const found = await this.db.query<{ id: string; name: string; lapsed: DutyName[]; soon: DutyName[] }>(
      `SELECT b.id, b.name, fundraising.duties_missing(b.id, $2::date) AS lapsed,
         fundraising.duties_missing(b.id, $2::date + 30) AS soon
       FROM fundraising.beneficiary b WHERE b.id = ANY ($1::uuid[]) AND b.archived_at IS NULL`,
      [ids, this.clock.today()],
    );
    return new Map(
      found.map(({ id, name, lapsed, soon }) => {
        const isOver = lapsed.length > 0;
        return [id, { name, isOver, duties: isOver ? lapsed : soon }];
      }),
    );
  }

  private letter({ name, isOver, duties: missing }: DutyLapse, locale: LocaleName): MailText {
    const t = words[locale];
    const { subject, lead } = isOver ? t.over : t.soon;
    const list = missing.map((duty) => `– ${t.duties[duty]}`).join('\n');
    const button = { label: t.button, url: `${this.config.adminUrl}/admin/beneficiaries` };
    const heading = subject({ name });
    return { subject: heading, heading, blocks: [lead, list, { buttons: [button] }] };
  }
}
