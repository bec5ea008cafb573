import { usePage } from '../../request/page-context';
import { writtenLanguage } from '../../frame/written-language';

/** Marks text that is in the other language. */
export function OriginalText({ text }: { text: string }) {
  const { words, locale } = usePage();
  const language = writtenLanguage(text);
  const isOther = language !== undefined && language !== locale;
  return (
    <>
      {isOther && <p className="small">{words.site.business.inbox.writtenIn[language]}</p>}
      <p className="as-written" lang={isOther ? language : undefined}>
        {text}
      </p>
    </>
  );
}
