import { catalogOf } from '@upstander/web-kit';
import { ButtonLink, SubmitButton } from '../frame/button';
import { usePage } from '../request/page-context';
import type { MySchoolAskData } from './queries';

/** The reader's language comes first. */
export function LetterSendOptions({ letter, currentPath }: { letter: MySchoolAskData; currentPath: string }) {
  const { words, locale } = usePage();
  const t = words.site.schools;
  const options = [
    { code: 'en', text: letter.letterEn, label: t.letterEn },
    { code: 'es', text: letter.letterEs, label: t.letterEs },
  ] as const;
  const letters = options.filter(({ text }) => text !== '').sort((a) => (a.code === locale ? -1 : 1));
  return (
    <section className="panel">
      <h2>{t.sendTitle}</h2>
      <p>{t.sendText}</p>
      {letters.map(({ code, text, label }) => (
        <div key={code}>
          <h3>{label}</h3>
          <blockquote className="note words" lang={code}>
            {text.split(/\n{2,}/).map((paragraph, i) => (
              <p key={i}>{paragraph}</p>
            ))}
          </blockquote>
          <p>
            <ButtonLink to={mailTo(letter.school, code, text)} label={t.openMail} look="quiet" />
          </p>
        </div>
      ))}
      <form method="post" action={currentPath}>
        <SubmitButton action="sent" label={t.iSentIt} />
      </form>
    </section>
  );
}

function mailTo(school: string, locale: 'en' | 'es', text: string): string {
  const subject = catalogOf(locale).site.schools.mailSubject({ school });
  return `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text.replace(/\n/g, '\r\n'))}`;
}
