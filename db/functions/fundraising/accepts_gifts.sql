-- Whether a gift can be given to a campaign at an instant: it is live, within its days on its own calendar, and
-- (where it is for a partner) partners are collected for at all and their papers are in order that day.
-- Called by libs/fundraising/src/gifts/open-campaigns.ts
CREATE OR REPLACE FUNCTION fundraising.accepts_gifts(campaign fundraising.campaign, at timestamptz, partners boolean)
RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT campaign.status = 'live'
    AND coalesce(campaign.starts_on <= d.day, true) AND coalesce(campaign.ends_on >= d.day, true)
    AND (b.kind = 'own' OR partners AND fundraising.duties_missing(b.id, d.day) = '{}')
  FROM fundraising.beneficiary b, (SELECT (at AT TIME ZONE campaign.time_zone)::date AS day) d
  WHERE b.id = campaign.beneficiary_id
$$;
