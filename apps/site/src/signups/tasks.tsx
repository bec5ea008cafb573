import { dayAndTime } from '@upstander/web-kit';
import { Icon } from '../frame/icons';
import { usePage } from '../request/page-context';
import type { MySignupData } from './my-signup';

export function Tasks({ signup }: { signup: MySignupData }) {
  const { words, locale } = usePage();
  const t = words.site.credentials;
  if (signup.missing.length === 0) return null;
  return (
    <section className="note amber" aria-labelledby="tasks">
      <Icon name="alert" />
      <div>
        <p id="tasks">
          <b>{t.needed}</b>
        </p>
        <ul>
          {signup.missing.map(({ type, reason, dueAt }) => {
            const instructions = locale === 'es' ? type.howToGetEs : type.howToGet;
            return (
              <li key={type.id}>
                <b>{locale === 'es' ? type.nameEs : type.name}</b>: {words.enums.missingReason[reason]}
                {dueAt && ` · ${t.dueBy({ when: dayAndTime(locale, new Date(dueAt), signup.event.timeZone) })}`}
                {instructions !== '' && (
                  <>
                    <br />
                    {instructions}
                  </>
                )}
              </li>
            );
          })}
        </ul>
        <p>
          <a href="/account/credentials">{t.wayTo}</a>
        </p>
      </div>
    </section>
  );
}
