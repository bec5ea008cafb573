import { Column } from 'typeorm';
import { parsedUrl } from '../typed/parsed-url.js';
import { nameFault } from '../typed/person-name.js';
import { modelField, type FieldSettings } from './fields.js';
import type { InputRules } from './model-fields.js';

const textColumn = { type: () => String, column: { type: 'text' as const }, empty: '' };
const textListColumn = { type: () => [String], column: { type: 'text' as const, array: true }, empty: [] };

/**
 * One line of text, at most `max` characters. Line breaks would corrupt email subjects and calendars.
 * `tidy` and `fault` add rules after those of every line.
 */
export function Text(settings: FieldSettings & { max: number } & Partial<InputRules>): PropertyDecorator {
  const { tidy, fault } = line(settings.max);
  return modelField(settings, {
    ...textColumn,
    max: settings.max,
    tidy: (text: string) => settings.tidy?.(tidy(text) as never) ?? tidy(text),
    fault: (text: string) => fault(text) ?? settings.fault?.(text as never) ?? null,
  });
}

/** The name of a person; must not contain links (`personName`). */
export function PersonName(settings: FieldSettings & { max: number }): PropertyDecorator {
  return Text({ ...settings, fault: nameFault });
}

export function PersonNames(settings: FieldSettings & { max: number }): PropertyDecorator {
  const { tidy, fault } = line(settings.max);
  return modelField(
    { default: [], ...settings },
    {
      ...textListColumn,
      max: settings.max,
      tidy: (names: readonly string[]) => names.map(tidy).filter(Boolean),
      fault: (names: readonly string[]) =>
        names.map((name) => fault(name) ?? nameFault(name)).find((one) => one !== null) ?? null,
    },
  );
}

/** A list of lines, at most `max` with `longest` characters each. Blank lines are dropped. */
export function Lines(
  settings: FieldSettings & { max: number; longest: number } & Partial<InputRules>,
): PropertyDecorator {
  const { tidy, fault } = line(settings.longest);
  return modelField(
    { default: [], ...settings },
    {
      ...textListColumn,
      max: settings.max,
      tidy: (list: readonly string[]) => list.map(tidy).filter(Boolean),
      fault: (list: readonly string[]) => {
        if (list.length > settings.max) return 'too-many';
        const own = (text: string) => fault(text) ?? settings.fault?.(text as never) ?? null;
        return list.map(own).find((one) => one !== null) ?? null;
      },
    },
  );
}

export function LongText(settings: FieldSettings & { max: number } & Partial<InputRules>): PropertyDecorator {
  const { tidy, fault } = lines(settings.max);
  return modelField(settings, {
    ...textColumn,
    control: 'longText',
    max: settings.max,
    tidy,
    fault: (text: string) => fault(text) ?? settings.fault?.(text as never) ?? null,
  });
}

/** Markdown text, stored as written. */
export function Markdown(settings: FieldSettings & { max: number }): PropertyDecorator {
  return LongText(settings);
}

export function Slug(settings: FieldSettings = {}): PropertyDecorator {
  return modelField(settings, textColumn);
}

/** An http or https link. */
export function WebAddress(settings: FieldSettings & { max?: number } = {}): PropertyDecorator {
  const { tidy, fault } = line(settings.max ?? 500);
  return modelField(settings, {
    ...textColumn,
    control: 'url',
    max: settings.max ?? 500,
    tidy,
    fault: (text: string) => fault(text) ?? (text && !isWebAddress(text) ? 'not-a-web-address' : null),
  });
}

/** A path on our own site, so that pages load nothing from other hosts. */
export function SitePath(settings: FieldSettings & { max?: number } = {}): PropertyDecorator {
  const fault = (path: string) => (path && !/^\/(?![/\\])[\w\-./%~]*$/.test(path) ? 'not-a-path' : null);
  return Text({ max: 500, ...settings, fault });
}

/** Language codes without duplicates, `default` or else `en` if empty. */
export function Languages(settings: FieldSettings & { max: number; default?: string[] }): PropertyDecorator {
  const fallback = settings.default ?? ['en'];
  return modelField(
    { ...settings, default: fallback },
    {
      ...textListColumn,
      empty: fallback,
      max: settings.max,
      tidy: (list: readonly string[]) => {
        const codes = [...new Set(list.map((code) => code.trim().toLowerCase()).filter(Boolean))];
        return codes.length > 0 ? codes : fallback;
      },
      fault: (codes: readonly string[]) => {
        if (codes.length > settings.max) return 'too-many';
        return codes.every((code) => /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/.test(code)) ? null : 'not-a-language';
      },
    },
  );
}

/** State and county codes (see `Areas`) without duplicates. Callers check that they exist. */
export function AreaCodes(settings: FieldSettings & { max: number }): PropertyDecorator {
  return modelField(
    { default: [], ...settings },
    {
      ...textListColumn,
      max: settings.max,
      tidy: (list: readonly string[]) => [...new Set(list.map((code) => code.trim().toUpperCase()).filter(Boolean))],
      fault: (codes: readonly string[]) => {
        if (codes.length > settings.max) return 'too-many';
        return codes.every((code) => /^(US|\d{2}|\d{5})$/.test(code)) ? null : 'not-an-area';
      },
    },
  );
}

/** The language of a text: one of the supported languages, `en` by default. */
export function Language(settings: FieldSettings = {}): PropertyDecorator {
  const choices = ['en', 'es'];
  return modelField(settings, {
    ...textColumn,
    empty: 'en',
    choices,
    fault: (code: string) => (choices.includes(code) ? null : 'not-a-language'),
  });
}

/** A code or an ID of another service. Never user input. */
export function Code(settings: FieldSettings = {}): PropertyDecorator {
  return modelField(settings, textColumn);
}

export function Codes(settings: FieldSettings = {}): PropertyDecorator {
  return modelField({ default: [], ...settings }, textListColumn);
}

/** Search text generated by PostgreSQL; not exposed through the API. */
export function SearchText(): PropertyDecorator {
  return Column({ type: 'text', select: false, insert: false, update: false });
}

/** Full-text search vector generated by PostgreSQL; not exposed through the API. */
export function SearchVector(): PropertyDecorator {
  return Column({ type: 'tsvector', select: false, insert: false, update: false });
}

const invalidCharacters = /[\p{Cc}\p{Cs}]/u;

export function line(max: number) {
  return {
    tidy: (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim(),
    // Rejects control characters and lone surrogates, which no one types.
    fault: (text: string) => (text.length > max ? 'too-long' : invalidCharacters.test(text) ? 'not-text' : null),
  };
}

export function lines(max: number) {
  return {
    tidy: (text: string) => text.normalize('NFC').replace(/\r\n?/g, '\n').trim(),
    fault: (text: string) => (text.length > max ? 'too-long' : /\p{Cs}|[^\P{Cc}\n\t]/u.test(text) ? 'not-text' : null),
  };
}

function isWebAddress(text: string): boolean {
  return ['http:', 'https:'].includes(parsedUrl(text)?.protocol ?? '');
}
