import type { ReactNode } from 'react';
import type { FormError } from '../forms/error-summary';
import { PersonalPage } from '../frame/personal-page';
import { usePage } from '../request/page-context';
import type { BusinessHeadData } from './queries';

export type Tab = 'status' | 'opportunities' | 'introductions' | 'people';

interface Props {
  business: BusinessHeadData;
  email: string;
  tab: Tab;
  title: string;
  errors: readonly FormError[];
  confirmation?: string | undefined;
  children: ReactNode;
}

export function BusinessFrame({ business, email, tab, title, errors, confirmation, children }: Props) {
  const { words } = usePage();
  const t = words.site.business.status;
  const basePath = `/business/${business.id}`;
  const tabs: Record<Tab, string> = {
    status: basePath,
    opportunities: `${basePath}/opportunities`,
    introductions: `${basePath}/introductions`,
    people: `${basePath}/people`,
  };
  return (
    <PersonalPage title={title} errors={errors} done={confirmation} heading={null}>
      <p className="greeting">{business.legalName}</p>
      <ul className="tabs business-tabs" aria-label={t.tabs.label}>
        {(Object.keys(tabs) as Tab[]).map((name) => (
          <li key={name}>
            <a href={tabs[name]} aria-current={name === tab ? 'page' : undefined}>
              {t.tabs[name]}
            </a>
          </li>
        ))}
      </ul>
      {business.frozen && <p className="note amber">{t.frozen}</p>}
      {children}
      <SignedInAs email={email} />
    </PersonalPage>
  );
}

export function SignedInAs({ email }: { email: string }) {
  const t = usePage().words.site.signIn;
  return (
    <form className="aside signed-in" method="post" action="/sign-out">
      <span className="small">{t.signedInAs({ email })}</span>
      <button className="button quiet">{t.signOut}</button>
    </form>
  );
}
