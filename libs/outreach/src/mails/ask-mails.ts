import { Injectable, type OnModuleInit } from '@nestjs/common';
import { accountName, chapterName, isActiveAccount, type LocaleName } from '@upstander/identity';
import { greeting, MailTemplates, type MailText } from '@upstander/notifications';
import { selectList, Config, Database, SignedIds } from '@upstander/platform';
import { Ask } from '../asks/ask.entity.js';
import type { SchoolAskStatus } from '../asks/ask-status.js';
import { confirmLetter, newLetter, statusUpdateLetter, nextStepLetter } from './ask-letters.js';

export interface AskFacts extends Pick<
  Ask,
  'id' | 'school' | 'city' | 'status' | 'name' | 'nextStep' | 'nextStepOn' | 'stepVersion'
> {
  tokenVersion: number;
  ownerName: string | null;
  /** False if the owner's account was disabled, which stops reminders. */
  ownerCounts: boolean;
  chapterName: string | null;
}

export interface AskLinks {
  organization: string;
  mine: string;
  desk: string;
}

@Injectable()
export class AskMails implements OnModuleInit {
  constructor(
    private readonly templates: MailTemplates,
    private readonly db: Database,
    private readonly config: Config,
    private readonly signed: SignedIds,
  ) {}

  onModuleInit(): void {
    const load = (ids: readonly string[]) => this.load(ids);
    this.templates.define<AskFacts>({
      name: 'school-ask-confirm',
      load,
      isStillRelevant: ({ status }) => status === 'unconfirmed',
      write: (ask, locale) => confirmLetter(ask, this.links(ask), locale),
    });
    this.templates.define<AskFacts>({
      name: 'school-ask-new',
      load,
      isStillRelevant: ({ status }) => status !== 'unconfirmed' && status !== 'closed',
      write: (ask, locale) => newLetter(ask, this.links(ask), locale),
    });
    this.templates.define<AskFacts>({
      name: 'school-ask-news',
      load,
      isStillRelevant: ({ status, name }, data) => status === data['to'] && name !== null,
      write: (ask, locale, data) =>
        this.addGreeting(ask, locale, statusUpdateLetter(ask, data['to'] as SchoolAskStatus, this.links(ask), locale)),
    });
    this.templates.define<AskFacts>({
      name: 'school-next-step',
      load,
      isStillRelevant: ({ status, stepVersion, nextStepOn, ownerCounts }, data) =>
        status !== 'closed' && nextStepOn !== null && ownerCounts && stepVersion === data['version'],
      write: (ask, locale) => nextStepLetter(ask, this.links(ask), locale),
    });
  }

  private addGreeting(ask: AskFacts, locale: LocaleName, letter: MailText): MailText {
    return { ...letter, blocks: [greeting(ask.name, locale), ...letter.blocks] };
  }

  private links(ask: AskFacts): AskLinks {
    const { PUBLIC_URL, ORGANIZATION_NAME, adminUrl } = this.config;
    return {
      organization: ORGANIZATION_NAME,
      mine: `${PUBLIC_URL}/school-ask/${this.signed.sign('school-ask', ask.id, ask.tokenVersion)}`,
      desk: `${adminUrl}/admin/schools/${ask.id}`,
    };
  }

  private async load(ids: readonly string[]): Promise<Map<string, AskFacts>> {
    const found = await this.db.query<AskFacts & Record<string, unknown>>(
      `SELECT ${selectList(Ask, 'a', ['id', 'school', 'city', 'status', 'name', 'nextStep', 'nextStepOn', 'stepVersion', 'tokenVersion'])},
         ${accountName('a.owner_id')} AS "ownerName", ${isActiveAccount('a.owner_id')} AS "ownerCounts", ${chapterName('a.chapter_id')} AS "chapterName"
       FROM outreach.ask a
       WHERE a.id = ANY ($1::uuid[])`,
      [ids],
    );
    return new Map(found.map((ask) => [ask.id, ask]));
  }
}
