import { intlTag } from '@upstander/web-kit';
import { usePage } from '../request/page-context';
import type { MySignupData } from './my-signup';

/** Lists other participants who chose to show their names. Renders nothing without any. */
export function Peers({ names }: { names: MySignupData['peers'] }) {
  const { words, locale } = usePage();
  const t = words.site.manage;
  if (names.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="peers-heading">
      <h2 id="peers-heading">{t.peers}</h2>
      <p>{new Intl.ListFormat(intlTag(locale)).format(names)}</p>
      <p className="small">
        {t.peersText} <a href="/account/profile#peers">{t.peersChange}</a>
      </p>
    </section>
  );
}
