import { Injectable } from '@nestjs/common';
import { RateLimits, SettingsStore, type Actor, type LocaleName } from '@upstander/identity';
import { badInput, Config, Database, notFound, Refusal } from '@upstander/platform';
import { randomUUID } from 'node:crypto';
import { Outbox } from '../mails/outbox.js';
import { MailTemplates } from '../templates/mail-templates.js';
import { insertionOf, meaningOf, sampleMail } from './email-samples.js';
import { allEmails, findEmail, locales, longestText, type Email, type EmailText } from './email-texts.js';
import type {
  EmailPreview,
  EmailSummary,
  EmailTextFault,
  EmailTextInput,
  EmailWording,
  EmailWordingTest,
  EmailWordingText,
} from './email-wording.js';
import { neededIn, placeholdersOf } from './icu-message.js';
import { changedTextsIn, faultIn, subjectOf, type ChangedText, type ChangedTexts } from './mail-wording.js';

/** An email's texts in one language. */
interface Edition {
  email: Email;
  locale: LocaleName;
}

@Injectable()
export class EmailWordingService {
  constructor(
    private readonly db: Database,
    private readonly config: Config,
    private readonly settings: SettingsStore,
    private readonly limits: RateLimits,
    private readonly outbox: Outbox,
    private readonly templates: MailTemplates,
  ) {}

  async list(actor: Actor): Promise<EmailSummary[]> {
    const saves = await this.db.query<{ subject: string; values: Record<string, unknown>; changedAt: Date }>(
      `SELECT DISTINCT ON (s.subject) s.subject, s.values, s.changed_at AS "changedAt"
       FROM identity.settings_version s WHERE s.subject LIKE 'email:%' ORDER BY s.subject, s.version DESC`,
    );
    const saved = new Map(saves.map((save) => [save.subject, save]));
    return allEmails().map((email) => {
      const editions = locales.map((locale) => {
        const save = saved.get(subjectOf(email, locale));
        return { locale, values: changedTextsIn(save?.values ?? {}), changedAt: save?.changedAt ?? null };
      });
      return { ...summaryOf(email, actor), ...changesIn(email, editions) };
    });
  }

  /** @throws Refusal NOT_FOUND */
  async find(actor: Actor, slug: string, locale: LocaleName): Promise<EmailWording> {
    const email = requireEmail(slug);
    const { version, values, changedAt } = await this.settings.find(subjectOf(email, locale));
    const changed = changedTextsIn(values);
    const history = await this.settings.changesOf(subjectOf(email, locale), (before, after) =>
      email.texts.flatMap(({ key, messages }) => {
        const [was, is] = [before, after].map((one) => changedTextsIn(one)[key]?.text ?? messages[locale]);
        return was === is ? [] : [{ field: key, before: was ?? '', after: is ?? '' }];
      }),
    );
    return {
      ...summaryOf(email, actor),
      ...changesIn(email, [{ locale, values: changed, changedAt }]),
      locale,
      version,
      texts: email.texts.map((text) => wordingOf(text, locale, changed[text.key], actor)),
      history,
    };
  }

  /**
   * Texts that are left out keep their wording.
   * @throws Refusal NOT_FOUND, BAD_INPUT with the place of each fault, CHANGED_MEANWHILE with the saved texts
   */
  async update(
    actor: Actor,
    edition: { slug: string; locale: LocaleName },
    input: readonly EmailTextInput[],
    version: number,
  ): Promise<EmailWording> {
    const email = requireEmail(edition.slug);
    const { locale } = edition;
    const { texts, faults } = read({ email, locale }, input);
    refuseFaults(faults);
    const subject = subjectOf(email, locale);
    const { values } = await this.settings.find(subject);
    const before = changedTextsIn(values);
    const changed = email.texts.flatMap(({ key, messages }): Array<[string, ChangedText]> => {
      const original = messages[locale];
      const text = texts.get(key) ?? before[key]?.text;
      if (text === undefined || text === original) return [];
      // A text that was saved again has been compared with the current original.
      return [[key, { text, original: texts.has(key) ? original : before[key]!.original }]];
    });
    const conflictOf = (saved: Awaited<ReturnType<SettingsStore['find']>>) =>
      new Refusal('CHANGED_MEANWHILE', 'Someone else changed this in the meantime.', {
        version: saved.version,
        changedAt: saved.changedAt?.toISOString() ?? null,
        changedBy: saved.changedBy,
        values: Object.fromEntries(
          email.texts.map(({ key, messages }) => [key, changedTextsIn(saved.values)[key]?.text ?? messages[locale]]),
        ),
      });
    await this.settings.saveValues(actor, { subject, conflictOf }, { version, values: Object.fromEntries(changed) });
    return this.find(actor, email.slug, locale);
  }

  /** @throws Refusal NOT_FOUND */
  async preview(slug: string, locale: LocaleName, input: readonly EmailTextInput[]): Promise<EmailPreview> {
    const email = requireEmail(slug);
    const { texts, faults } = read({ email, locale }, input);
    const faulty = new Set(faults.map(({ key }) => key));
    const usable = new Map([...texts].filter(([key]) => !faulty.has(key)));
    const current = new Map([...(await this.savedTexts({ email, locale })), ...usable]);
    const { subject, html, text } = this.templates.render(
      sampleMail(email, locale, current, this.sampleSender()),
      locale,
      null,
    );
    return { subject, html, text, faults };
  }

  /** @throws Refusal NOT_FOUND, BAD_INPUT, TOO_MANY_TRIES */
  async sendTest(
    actor: Actor,
    edition: { slug: string; locale: LocaleName },
    input: readonly EmailTextInput[],
  ): Promise<EmailWordingTest> {
    const email = requireEmail(edition.slug);
    const { locale } = edition;
    const { texts, faults } = read({ email, locale }, input);
    refuseFaults(faults);
    await this.limits.consume('email-test', String(actor.accountId));
    const recipient = String(actor.email);
    const changed = new Map([...(await this.savedTexts({ email, locale })), ...texts]);
    await this.db.transaction((tx) =>
      this.outbox.add(tx, {
        key: `email-test/${randomUUID()}`,
        template: 'email-test',
        subjectId: null,
        recipient,
        locale,
        data: { email: email.slug, texts: Object.fromEntries(changed) },
      }),
    );
    return { slug: email.slug, email: recipient };
  }

  /** Returns the changed texts that this release can use. */
  private async savedTexts({ email, locale }: Edition): Promise<Array<[string, string]>> {
    const { values } = await this.settings.find(subjectOf(email, locale));
    const saved = changedTextsIn(values);
    return email.texts.flatMap((text): Array<[string, string]> => {
      const changed = saved[text.key]?.text;
      return changed === undefined || text.fixed || faultIn(text, locale, changed) ? [] : [[text.key, changed]];
    });
  }

  private sampleSender() {
    return { organization: this.config.ORGANIZATION_NAME, publicUrl: this.config.PUBLIC_URL };
  }
}

function requireEmail(slug: string): Email {
  const email = findEmail(slug);
  if (!email) throw notFound('This email');
  return email;
}

/** Returns the texts by key, and the faults of those that can't be used. @throws Refusal BAD_INPUT for fixed texts */
function read({ email, locale }: Edition, input: readonly EmailTextInput[]) {
  const texts = new Map<string, string>();
  const faults: EmailTextFault[] = [];
  for (const { key, text: typed } of input) {
    const its = email.texts.find((text) => text.key === key);
    if (!its) throw badInput({ [key]: 'unknown' });
    const text = typed.replace(/\r\n?/g, '\n').trim();
    if (its.fixed && text !== its.messages[locale]) throw badInput({ [key]: 'fixed' });
    if (its.fixed) continue;
    texts.set(key, text);
    const fault = text === its.messages[locale] ? null : faultIn(its, locale, text);
    if (fault) faults.push({ key, ...fault });
  }
  return { texts, faults };
}

function refuseFaults(faults: readonly EmailTextFault[]): void {
  if (faults.length === 0) return;
  const fields = Object.fromEntries(faults.map(({ key, reason }) => [key, reason]));
  throw badInput(fields, undefined, { faults });
}

function summaryOf({ slug, area, about, fixed }: Email, { locale }: Actor) {
  const { name, when } = about[locale ?? 'en'];
  return { slug, area, name, sentWhen: when, fixed };
}

function changesIn(
  { texts }: Email,
  editions: ReadonlyArray<{ locale: LocaleName; values: ChangedTexts; changedAt: Date | null }>,
): Pick<EmailSummary, 'changedIn' | 'outdatedIn' | 'changedAt'> {
  const changed = editions.filter(({ values }) => texts.some(({ key }) => values[key]));
  const outdated = changed.filter(({ locale, values }) =>
    texts.some(({ key, messages }) => values[key] && values[key].original !== messages[locale]),
  );
  const times = changed.flatMap(({ changedAt }) => changedAt ?? []).sort((a, b) => b.valueOf() - a.valueOf());
  return {
    changedIn: changed.map(({ locale }) => locale),
    outdatedIn: outdated.map(({ locale }) => locale),
    changedAt: times[0] ?? null,
  };
}

function wordingOf(
  text: EmailText,
  locale: LocaleName,
  changed: ChangedText | undefined,
  { locale: own }: Actor,
): EmailWordingText {
  const { key, kind, fixed, messages } = text;
  const original = messages[locale];
  const fault = changed && !fixed ? faultIn(text, locale, changed.text) : null;
  const needed = neededIn(messages.en);
  return {
    key,
    kind,
    fixed,
    text: fixed ? original : (changed?.text ?? original),
    original,
    formerOriginal: changed && changed.original !== original ? changed.original : null,
    fault: fault && { key, ...fault },
    longest: longestText(kind),
    placeholders: placeholdersOf(messages.en).map((placeholder) => ({
      name: placeholder.name,
      meaning: meaningOf(placeholder.name, own ?? 'en'),
      insert: insertionOf(placeholder),
      isRequired: needed.includes(placeholder.name),
    })),
  };
}
