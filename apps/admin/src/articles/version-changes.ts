import type { Change } from '../parts/ui/changes';
import { useWords } from '../words/words';
import type { Version } from './queries';

export function useVersionChanges(previous: Version | undefined, current: Version | undefined): Change[] {
  const { t, words } = useWords('articles');
  const labels = t.articles.form;
  const linesOf = (version: Version | undefined): Array<readonly [string, string, string]> => [
    ...(['en', 'es'] as const).flatMap((locale) =>
      (['title', 'summary', 'note', 'body'] as const).map(
        (name) =>
          [
            `${locale}.${name}`,
            `${labels[name]} (${labels.languages[locale]})`,
            version?.[locale][name] ?? '',
          ] as const,
      ),
    ),
    ['audience', labels.audience, version ? words.enums.audience[version.audience] : ''],
    ['reviewedBy', labels.reviewedBy, version?.reviewedBy ?? ''],
    ['reviewBy', labels.reviewBy, version?.reviewBy ?? ''],
    [
      'sources',
      labels.sources,
      (version?.sources ?? [])
        .map(({ publisher, year, title, url }) => `${publisher}, ${year}: ${title} ${url}`)
        .join('\n'),
    ],
  ];
  const currentLines = linesOf(current);
  return linesOf(previous).flatMap(([field, label, text], at) => {
    const currentText = currentLines[at]?.[2] ?? '';
    return text === currentText ? [] : [{ field, label, before: text, after: currentText }];
  });
}
