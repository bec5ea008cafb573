-- Returns true if a campaign accepts gifts at this time: it is live, within its dates in its own time zone, and, if it is for a
-- partner, collecting for partners is enabled and the partner's checks are valid that day.
-- Called by libs/donations/src/gifts/open-campaigns.ts
CREATE OR REPLACE FUNCTION fundraising.accepts_gifts(campaign fundraising.campaign, at timestamptz, partners boolean)
RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT campaign.status = 'live'
    AND coalesce(campaign.starts_on <= d.day, true) AND coalesce(campaign.ends_on >= d.day, true)
    AND (b.kind = 'own' OR partners AND fundraising.duties_missing(b.id, d.day) = '{}')
  FROM fundraising.beneficiary b, (SELECT (at AT TIME ZONE campaign.time_zone)::date AS day) d
  WHERE b.id = campaign.beneficiary_id
$$;
