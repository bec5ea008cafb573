/** SQL condition: consent `k` is decisive. Excludes renewed consents, and renewals that aren't signed yet. */
export const decisiveConsent = `(k.renews_id IS NULL OR k.agreed_at IS NOT NULL)
  AND NOT EXISTS (SELECT FROM outreach.photo_consent n WHERE n.renews_id = k.id AND n.agreed_at IS NOT NULL)`;
