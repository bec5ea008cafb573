import type { ReactNode } from 'react';
import { usePage } from './page-context';
import type { SiteFeature, SiteOrganization } from './site-context';

/**
 * First parts of the paths of each feature's pages. Personal links of donors (for example /thanks and /giving/:token) are
 * left out: their receipts stay, and they can stop a monthly gift.
 */
const pagesOfFeatures: Readonly<Record<SiteFeature, readonly string[]>> = {
  fundraising: ['give', 'fundraisers', 'start-a-fundraiser', 'fundraiser', 'page'],
  opportunities: ['work', 'opportunities', 'business'],
  sealed_zone: ['talk', 'reply'],
};

/** Pages that have pages below them which stay. */
const singlePages: Readonly<Record<string, SiteFeature>> = { '/giving': 'fundraising' };

const featureOfFirstPart = new Map(
  Object.entries(pagesOfFeatures).flatMap(([feature, parts]) => parts.map((part) => [part, feature as SiteFeature])),
);

/** Returns true if the features of this installation include the page at this path or path pattern. */
export function isPageOn(path: string, { features }: Pick<SiteOrganization, 'features'>): boolean {
  const feature = singlePages[path] ?? featureOfFirstPart.get(path.split('/')[1] ?? '');
  return feature === undefined || features.includes(feature);
}

export function useHasPage(): (path: string) => boolean {
  const { organization } = usePage();
  return (path) => isPageOn(path, organization);
}

/** Shows a link and the text around it, if this installation has the page. */
export function IfPage({ path, children }: { path: string; children: ReactNode }) {
  return useHasPage()(path) ? children : null;
}
