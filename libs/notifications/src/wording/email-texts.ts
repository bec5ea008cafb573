import { languageTags, type LocaleName } from '@upstander/identity';
import {
  emailCatalogs,
  type CompiledText,
  type EmailEntry,
  type FixedReason,
  type Messages,
} from './editable-texts.js';

export type TextKind = 'subject' | 'heading' | 'button' | 'label' | 'text';

/** One text of an email, in all languages. */
export interface EmailText {
  /** Keys within the email, joined by dots, for example `lead.meeting`. */
  key: string;
  kind: TextKind;
  fixed: FixedReason | null;
  messages: Readonly<Record<LocaleName, string>>;
  compiled: Readonly<Record<LocaleName, CompiledText>>;
  /** Replaces the text that templates read. */
  use(locale: LocaleName, text: CompiledText): void;
}

/** An email, or the parts that several emails share. */
export interface Email {
  /** For example `campaigns:organizer:confirm`. Without dots, because the address of its page contains it. */
  slug: string;
  /** Library that sends it, for example `campaigns`. */
  area: string;
  about: EmailEntry['about'];
  fixed: FixedReason | null;
  texts: readonly EmailText[];
}

export const locales = Object.keys(languageTags) as LocaleName[];

const longestByKind: Readonly<Record<TextKind, number>> = {
  subject: 200,
  heading: 200,
  button: 80,
  label: 80,
  text: 2000,
};

export function longestText(kind: TextKind): number {
  return longestByKind[kind];
}

export function isOneLine(kind: TextKind): boolean {
  return kind !== 'text';
}

let known: readonly Email[] = [];
let knownCatalogs = 0;

/** Returns the emails of all loaded libraries, by library and name. */
export function allEmails(): readonly Email[] {
  const catalogs = emailCatalogs();
  if (catalogs.length !== knownCatalogs) {
    known = catalogs.flatMap(({ name, messages, words, originals, emails }) => {
      const paths = emails.map(({ path }) => path.join('.'));
      const whole = textsIn({ messages, words, originals });
      return emails.map((entry): Email => {
        const inside = entry.path.join('.');
        // A text belongs to the innermost email around it.
        const texts = whole.filter(({ path }) => ownerOf(path, paths) === inside);
        return {
          slug: [name, ...entry.path].join(':'),
          area: name.split(':')[0]!,
          about: entry.about,
          fixed: entry.fixed ?? null,
          texts: texts.map((text) => emailText(text, entry)),
        };
      });
    });
    knownCatalogs = catalogs.length;
  }
  return known;
}

export function findEmail(slug: string): Email | undefined {
  return allEmails().find((email) => email.slug === slug);
}

interface CatalogText extends Pick<EmailText, 'messages' | 'compiled' | 'use'> {
  path: readonly string[];
}

function ownerOf(path: readonly string[], owners: readonly string[]): string | undefined {
  const prefixes = path.map((_, length) => path.slice(0, length).join('.')).reverse();
  return prefixes.find((prefix) => owners.includes(prefix));
}

interface Part {
  messages: Readonly<Record<LocaleName, Messages>>;
  words: Readonly<Record<LocaleName, object>>;
  originals: Readonly<Record<LocaleName, object>>;
}

function textsIn(part: Part, path: readonly string[] = []): CatalogText[] {
  return Object.keys(part.messages.en).flatMap((key): CatalogText[] => {
    const inside = <Value>(values: Readonly<Record<LocaleName, unknown>>) =>
      Object.fromEntries(locales.map((locale) => [locale, (values[locale] as Record<string, Value>)[key]])) as Record<
        LocaleName,
        Value
      >;
    const messages = inside<Messages>(part.messages);
    if (typeof messages.en !== 'string') {
      const inner = { messages, words: inside<object>(part.words), originals: inside<object>(part.originals) };
      return textsIn(inner, [...path, key]);
    }
    return [
      {
        path: [...path, key],
        messages: messages as Record<LocaleName, string>,
        compiled: inside<CompiledText>(part.originals),
        use: (locale, text) => {
          (part.words[locale] as Record<string, CompiledText>)[key] = text;
        },
      },
    ];
  });
}

function emailText(
  { path, ...text }: CatalogText,
  { path: inside, fixed, fixedTexts, buttons }: EmailEntry,
): EmailText {
  const own = path.slice(inside.length);
  const key = own.join('.');
  const unsubscribe = own.at(-1) === 'stop' ? ('unsubscribe' as const) : null;
  return {
    key,
    kind: buttons?.includes(key) ? 'button' : kindOf(own, text.messages.en),
    fixed: fixed ?? fixedTexts?.[key] ?? unsubscribe,
    ...text,
  };
}

/** Derives the kind from the key, because catalogs name their texts alike. */
function kindOf(path: readonly string[], message: string): TextKind {
  const names = [path[0]!, path.at(-1)!];
  if (names.some((name) => /^(subject|toConfirm)$/.test(name))) return 'subject';
  if (/^heading/.test(names[0]!) || names[1] === 'heading') return 'heading';
  if (/^(button|see|manage|open)$|Button$/.test(names[1]!)) return 'button';
  return message.length <= 30 && !/[.!?:{]/.test(message) ? 'label' : 'text';
}
