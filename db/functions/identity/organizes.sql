-- True for accounts that are notified as organizers: organizers, admins, and co-organizers of an event or a series.
-- Called by libs/notifications/src/preferences/notification-preferences.service.ts
-- Called by libs/notifications/src/staff-notices/make-staff-notices.processor.ts
CREATE OR REPLACE FUNCTION identity.organizes(account uuid) RETURNS boolean
LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM identity."grant" g WHERE g.account_id = account AND g.role IN ('organizer', 'admin'))
    OR EXISTS (SELECT FROM identity.record_grant r WHERE r.account_id = account)
$$;
