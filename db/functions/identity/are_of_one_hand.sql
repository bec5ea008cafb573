-- Returns true if one account was recently created or empowered by the other, or both by the same account.
-- Called by db/functions/identity/are_two_people.sql
CREATE OR REPLACE FUNCTION identity.are_of_one_hand(one uuid, other uuid, at timestamptz) RETURNS boolean
LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT FROM identity.account a JOIN identity.account b ON a.id <> b.id
      CROSS JOIN (SELECT at - make_interval(days =>
        coalesce(nullif(current_setting('upstander.made_by_days', true), ''), '30')::int) AS since) recent
    WHERE a.id IN (one, other) AND b.id IN (one, other) AND a.vouched_at IS NULL AND (
      a.created_by = b.id AND a.created_at > since
      OR a.created_by = b.created_by AND b.vouched_at IS NULL AND a.created_at > since AND b.created_at > since
      OR EXISTS (
        SELECT FROM identity."grant" g WHERE g.account_id = a.id AND g.granted_by = b.id AND g.created_at > since
          AND g.role IN ('admin', 'advocate', 'finance', 'moderator')
      )
      OR EXISTS (
        SELECT FROM identity.custom_grant g JOIN identity.custom_role c ON c.id = g.custom_role_id
        WHERE g.account_id = a.id AND g.granted_by = b.id AND g.created_at > since AND c.base_role <> 'organizer'
      )
    )
  )
$$;
