/** schema.org DonateAction (https://schema.org/DonateAction) of the organisation itself, for a data block. */
export function donateAction(publicUrl: string, of: { name: string; organisationName: string }) {
  return {
    '@type': 'DonateAction',
    name: of.name,
    url: `${publicUrl}/give`,
    recipient: { '@type': 'NGO', name: of.organisationName, url: publicUrl },
    target: { '@type': 'EntryPoint', urlTemplate: `${publicUrl}/give`, inLanguage: ['en', 'es'] },
  };
}
