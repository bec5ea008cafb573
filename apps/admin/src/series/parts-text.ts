import { intlTag, type AdminCatalog, type Locale } from '@upstander/web-kit';

type PartNames = AdminCatalog<'series'>['enums']['eventPart'];

/** Returns the names of parts in the middle of a sentence, for example "time and place". */
export function partsText(
  words: { enums: { eventPart: PartNames } },
  locale: Locale,
  parts: ReadonlyArray<keyof PartNames>,
): string {
  const names = parts.map((part) => words.enums.eventPart[part].toLocaleLowerCase(locale));
  return new Intl.ListFormat(intlTag(locale)).format(names);
}
