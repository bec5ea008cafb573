import type { Change } from '../parts/ui/changes';
import { useWords } from '../words/words';
import type { Version } from './queries';

/** What differs between two versions, in words; the first may be missing. */
export function useVersionChanges(before: Version | undefined, after: Version | undefined): Change[] {
  const { t, words } = useWords('articles');
  const say = t.articles.form;
  const linesOf = (version: Version | undefined): Array<readonly [string, string, string]> => [
    ...(['en', 'es'] as const).flatMap((locale) =>
      (['title', 'summary', 'note', 'body'] as const).map(
        (name) =>
          [`${locale}.${name}`, `${say[name]} (${say.languages[locale]})`, version?.[locale][name] ?? ''] as const,
      ),
    ),
    ['audience', say.audience, version ? words.enums.audience[version.audience] : ''],
    ['reviewedBy', say.reviewedBy, version?.reviewedBy ?? ''],
    ['reviewBy', say.reviewBy, version?.reviewBy ?? ''],
    [
      'sources',
      say.sources,
      (version?.sources ?? [])
        .map(({ publisher, year, title, url }) => `${publisher}, ${year}: ${title} ${url}`)
        .join('\n'),
    ],
  ];
  const now = linesOf(after);
  return linesOf(before).flatMap(([field, label, text], at) => {
    const later = now[at]?.[2] ?? '';
    return text === later ? [] : [{ field, label, before: text, after: later }];
  });
}
