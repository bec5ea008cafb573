interface Organisation {
  name: string;
  publicUrl: string;
  contactEmail: string;
}

/** Returns schema.org NGO (https://schema.org/NGO) of the organization itself. */
export function organisationData({ name, publicUrl, contactEmail }: Organisation) {
  return {
    '@type': 'NGO',
    name,
    url: publicUrl,
    logo: `${publicUrl}/icon-512.png`,
    email: contactEmail,
    contactPoint: {
      '@type': 'ContactPoint',
      contactType: 'customer support',
      email: contactEmail,
      url: `${publicUrl}/contact`,
      availableLanguage: ['en', 'es'],
    },
  };
}

/** Returns schema.org DonateAction (https://schema.org/DonateAction) of the organization itself, for a data block. */
export function donateAction(organisation: Organisation, name: string) {
  const { publicUrl } = organisation;
  return {
    '@type': 'DonateAction',
    name,
    url: `${publicUrl}/give`,
    recipient: organisationData(organisation),
    target: { '@type': 'EntryPoint', urlTemplate: `${publicUrl}/give` },
  };
}
