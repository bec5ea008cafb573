import { postalAddress } from './postal-address';

interface Organization {
  name: string;
  publicUrl: string;
  contactEmail: string;
  /** Postal address and profiles on other sites, if known. */
  facts?: {
    postalAddress: string;
    country: string;
    profileUrls: readonly string[];
    foundedYear: number | null;
    taxId: string | null;
    contactPhone: string | null;
    logo: { url: string } | null;
  };
}

/** https://schema.org/NGO */
export function organizationData({ name, publicUrl, contactEmail, facts }: Organization) {
  return {
    '@type': 'NGO',
    name,
    url: publicUrl,
    logo: publicUrl + (facts?.logo?.url ?? '/icon-512.png'),
    email: contactEmail,
    telephone: facts?.contactPhone ?? undefined,
    taxID: facts?.taxId ?? undefined,
    foundingDate: facts?.foundedYear?.toString(),
    address: facts && postalAddress(facts.postalAddress.replace(/\s*\n\s*/g, ', '), { country: facts.country }),
    sameAs: facts && facts.profileUrls.length > 0 ? facts.profileUrls : undefined,
    contactPoint: {
      '@type': 'ContactPoint',
      contactType: 'customer support',
      email: contactEmail,
      url: `${publicUrl}/contact`,
      availableLanguage: ['en', 'es'],
    },
  };
}

/** https://schema.org/DonateAction */
export function donateAction(organization: Organization, name: string) {
  const { publicUrl } = organization;
  return {
    '@type': 'DonateAction',
    name,
    url: `${publicUrl}/give`,
    recipient: organizationData(organization),
    target: { '@type': 'EntryPoint', urlTemplate: `${publicUrl}/give` },
  };
}
