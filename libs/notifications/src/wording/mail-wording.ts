import { Injectable, type OnModuleInit } from '@nestjs/common';
import { languageTags, SettingsStore, type LocaleName } from '@upstander/identity';
import { Logger } from '@upstander/platform';
import type { CompiledText } from './editable-texts.js';
import { allEmails, isOneLine, locales, longestText, type Email, type EmailText } from './email-texts.js';
import { faultOfText, interpretMessage, type MessageArguments, type TextFault } from './icu-message.js';

/** A text that an admin saved, with the original that it replaced. */
export interface ChangedText {
  text: string;
  original: string;
}

/** Texts of an email by key. Texts with the original wording are left out. */
export type ChangedTexts = Readonly<Record<string, ChangedText>>;

/** Leaves out entries that an earlier release stored in another shape. */
export function changedTextsIn(values: Readonly<Record<string, unknown>>): ChangedTexts {
  const isChangedText = (value: unknown): value is ChangedText => {
    const { text, original } = (value ?? {}) as Partial<ChangedText>;
    return typeof text === 'string' && typeof original === 'string';
  };
  return Object.fromEntries(
    Object.entries(values).flatMap(([key, value]) => (isChangedText(value) ? [[key, value]] : [])),
  );
}

export function subjectOf({ slug }: Pick<Email, 'slug'>, locale: LocaleName): string {
  return `email:${slug}:${locale}`;
}

export function faultIn({ messages, kind }: EmailText, locale: LocaleName, text: string): TextFault | null {
  return faultOfText(text, {
    // The English message decides which placeholders exist, because the program fills them in for all languages.
    original: messages.en,
    locale,
    longest: longestText(kind),
    oneLine: isOneLine(kind),
  });
}

/** Gives templates the texts that admins changed. Unchanged texts stay the compiled ones. */
@Injectable()
export class MailWording implements OnModuleInit {
  constructor(
    private readonly settings: SettingsStore,
    private readonly logger: Logger,
  ) {}

  onModuleInit(): void {
    this.settings.onChange(() => this.apply());
  }

  private apply(): void {
    for (const email of allEmails()) {
      for (const locale of locales) {
        const changed = changedTextsIn(this.settings.valuesOf(subjectOf(email, locale)));
        for (const text of email.texts) {
          const its = text.fixed ? undefined : changed[text.key];
          text.use(locale, its ? this.replacement(email, text, locale, its.text) : text.compiled[locale]);
        }
      }
    }
  }

  /** Returns the original if a later release can't use the changed text. */
  private replacement({ slug }: Email, text: EmailText, locale: LocaleName, changed: string): CompiledText {
    const compiled = text.compiled[locale];
    const about = { email: slug, text: text.key, locale };
    const fault = faultIn(text, locale, changed);
    if (fault) {
      this.logger.warn({ ...about, reason: fault.reason }, 'a changed text of an email is not used');
      return compiled;
    }
    const interpret = interpretMessage(changed, languageTags[locale]);
    if (typeof compiled === 'string') return interpret({});
    return (values: MessageArguments) => {
      try {
        return interpret(values);
      } catch {
        this.logger.warn(about, 'a changed text of an email could not be filled in');
        return (compiled as (values: MessageArguments) => string)(values);
      }
    };
  }
}
