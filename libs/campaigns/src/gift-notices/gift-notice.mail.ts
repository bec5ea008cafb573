import { Injectable, type OnModuleInit } from '@nestjs/common';
import { collapseWhitespace, publicName } from '@upstander/accounting';
import { languageQuery, type LocaleName } from '@upstander/identity';
import { money } from '@upstander/ledger';
import { formatMoney } from '@upstander/money';
import { MailTemplates, type MailText, type MailBlock, type MailRow } from '@upstander/notifications';
import { Config, Database, SignedIds } from '@upstander/platform';
import { words } from './gift-notice.mail.generated.js';

interface NoticeGift {
  /** Public name of the donor, or null. */
  name: string | null;
  message: string;
  amountMinor: string;
}

interface GiftNotice {
  id: string;
  title: string;
  path: string;
  tokenVersion: number;
  currency: string;
  count: number;
  sumMinor: string;
  gifts: NoticeGift[];
}

const maxGifts = 10;
const kinds = ['campaign', 'page'] as const;
type Kind = (typeof kinds)[number];

const sources: Readonly<Record<Kind, string>> = {
  campaign: `SELECT c.id, c.title, c.slug AS path, c.token_version AS "tokenVersion", c.currency
    FROM fundraising.campaign c WHERE c.gift_mails AND c.status IN ('live', 'paused', 'ended')`,
  page: `SELECT p.id, p.title, c.slug || '/' || p.slug AS path, p.token_version AS "tokenVersion", c.currency
    FROM fundraising.page p JOIN fundraising.campaign c ON c.id = p.campaign_id
    WHERE p.gift_mails AND p.status = 'live'`,
};

/** The email sent by `NotifyGiftOwners`. It uses public donor names and leaves out refunded gifts. */
@Injectable()
export class GiftNoticeMail implements OnModuleInit {
  constructor(
    private readonly templates: MailTemplates,
    private readonly db: Database,
    private readonly config: Config,
    private readonly signedIds: SignedIds,
  ) {}

  onModuleInit(): void {
    for (const kind of kinds) {
      this.templates.define<GiftNotice>({
        name: `${kind}-gifts`,
        topic: 'fundraiser_gifts',
        digest: 'link',
        by: ({ id }) => id,
        load: (_, mails) => this.load(kind, mails),
        write: (notice, locale) => this.letter(kind, notice, locale),
      });
    }
  }

  private async load(kind: Kind, mails: readonly MailRow[]): Promise<Map<string, GiftNotice>> {
    const found = await this.db.query<GiftNotice & { mailId: string }>(
      `SELECT m.id AS "mailId", o.*, told.*
       FROM jsonb_to_recordset($1::jsonb) AS m (id text, subject uuid, at timestamptz)
         JOIN (${sources[kind]}) o ON o.id = m.subject
         CROSS JOIN LATERAL (
           SELECT count(*)::int AS count, sum(g.minor)::text AS "sumMinor", (jsonb_agg(jsonb_build_object('name', g.name,
             'message', g.message, 'amountMinor', g.minor::text) ORDER BY g.minor DESC, g.paid_at, g.id)) AS gifts
           FROM (
             SELECT g.id, ${publicName} AS name, g.message, g.paid_at,
               g.intended_minor - g.refunded_intended_minor - g.lost_intended_minor AS minor
             FROM fundraising.gift_notice n JOIN fundraising.gift g ON g.id = n.gift_id
             WHERE n.owner_id = o.id AND n.told_at = m.at AND g.status IN ('paid', 'partly_refunded')
           ) g WHERE g.minor > 0
         ) told
       WHERE told.count > 0`,
      [JSON.stringify(mails.map((row) => ({ id: row.id, subject: row.subjectId, at: row.data['toldAt'] })))],
    );
    return new Map(found.map(({ mailId, ...notice }) => [mailId, notice]));
  }

  private letter(kind: Kind, notice: GiftNotice, locale: LocaleName): MailText {
    const { PUBLIC_URL } = this.config;
    const t = words[locale];
    const language = languageQuery(locale);
    const amount = (minor: string) => formatMoney(money(minor, notice.currency), locale, { short: true });
    const token = this.signedIds.sign(kind, notice.id, notice.tokenVersion);
    const manageUrl = `${PUBLIC_URL}/${kind === 'campaign' ? 'fundraiser' : 'page'}/${token}${language}`;
    const shown = notice.gifts.slice(0, maxGifts);
    const blocks: MailBlock[] = [
      t.lead,
      {
        facts: shown.map(
          ({ name, amountMinor }) => [collapseWhitespace(name ?? t.nobody), amount(amountMinor)] as const,
        ),
      },
      ...shown
        .filter(({ message }) => message !== '')
        .map(({ name, message }) => ({ quote: message, ...(name !== null && { by: collapseWhitespace(name) }) })),
      ...(notice.count > shown.length ? [t.more({ n: notice.count - shown.length })] : []),
      {
        buttons: [
          { label: t.see, url: `${PUBLIC_URL}/fundraisers/${notice.path}${language}` },
          { label: kind === 'campaign' ? t.write : t.manage, url: manageUrl },
        ],
      },
      { small: `${t.often} ${manageUrl}` },
    ];
    return {
      subject: t.subject({ count: notice.count, title: collapseWhitespace(notice.title) }),
      heading: t.heading({ count: notice.count, sum: amount(notice.sumMinor) }),
      blocks,
    };
  }
}
