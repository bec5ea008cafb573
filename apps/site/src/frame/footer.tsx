import { phoneText } from '@upstander/web-kit';
import type { ReactNode } from 'react';
import { cacheMarkup } from '../request/cached-markup';
import { usePage } from '../request/page-context';
import { NavLink, OtherLanguages, WorkLink, type NavState } from './nav-link';

/** Groups of links, folded on phones. The links to safety stay in sight. */
export function Footer({ navState }: { navState: NavState }) {
  const { isQuiet } = usePage();
  return (
    <footer className="wide foot">
      <FooterContent navState={navState} isQuiet={isQuiet} />
      <OtherLanguages />
    </footer>
  );
}

const FooterContent = cacheMarkup(function FooterContent({
  navState,
  isQuiet,
}: {
  navState: NavState;
  isQuiet: boolean;
}) {
  const { words, organizationName, organization, contactEmail } = usePage();
  const { contactPhone } = organization;
  const t = words.frame;
  return (
    <>
      <p className="foot-name">
        {organizationName}. {t.footerLead}
      </p>
      <p className="foot-safety">
        <NavLink to="/using-this-site" navState={navState}>
          {t.usingThisSite}
        </NavLink>
        <a href="/leave" rel="nofollow">
          {t.skipToExit}
        </a>
      </p>
      <div className="foot-groups">
        <Group name={t.takePart}>
          <WorkLink navState={navState} />
          <Links
            navState={navState}
            links={[
              ['/fundraisers', t.fundraisers],
              ['/learn', t.learn],
              ['/talk', t.talk],
              ['/giving', t.myGiving],
              ['/business', t.forBusinesses],
            ]}
          />
        </Group>
        <Group name={t.aboutGroup}>
          <Links
            navState={navState}
            links={[
              ['/about', t.about],
              ['/contact', t.contact],
              ['/press', t.press],
              ['/accessibility', t.accessibility],
              ['/privacy', t.privacy],
              ['/my-data', t.yourData],
            ]}
          />
          <p className="small">
            {t.writeToUs} <a href={`mailto:${contactEmail}`}>{contactEmail}</a>
          </p>
          {contactPhone !== null && (
            <p className="small">
              {t.callUs} <a href={`tel:${contactPhone}`}>{phoneText(contactPhone)}</a>
            </p>
          )}
          <p className="small">{t.poweredBy}</p>
        </Group>
      </div>
      {isQuiet && <p className="small">{t.exitHonest}</p>}
    </>
  );
});

/** See `.foot-group` in frame.css. */
function Group({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="foot-group">
      <p className="foot-heading">{name}</p>
      <details>
        <summary>{name}</summary>
        {children}
      </details>
    </div>
  );
}

function Links({ navState, links }: { navState: NavState; links: ReadonlyArray<readonly [to: string, name: string]> }) {
  return links.map(([to, name]) => (
    <NavLink key={to} to={to} navState={navState}>
      {name}
    </NavLink>
  ));
}
