-- Skips an email whose recipient was erased after the address was read, and clears its address. Inserts share an advisory lock
-- per address hash, and an erasure (libs/notifications/src/peoples-data/mails-of-person.ts) takes it exclusively: it waits for
-- earlier inserts and deletes them, and later inserts wait and then find the erasure mark. With 256 lock numbers, a bulk email
-- takes at most 256 locks, and an erasure blocks one email in 256. Only the confirmation of the erasure is sent to an erased
-- address; it is deleted afterward.
CREATE OR REPLACE FUNCTION notifications.skip_erased() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock_shared('notifications.mail'::regclass::int, n.number)
    FROM (SELECT DISTINCT hashtext(lower(i.recipient::text)) & 255 AS number FROM inserted i) n;
  IF EXISTS (SELECT FROM identity.data_request r WHERE r.address_hash IS NOT NULL) THEN
    UPDATE notifications.mail m SET status = 'skipped', recipient = 'erased-' || m.id || '@erased.invalid', data = '{}'
    FROM inserted i WHERE m.id = i.id AND i.template <> 'my-data-done' AND identity.is_erased(i.recipient);
  END IF;
  RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER mail_to_the_erased_is_skipped AFTER INSERT ON notifications.mail
  REFERENCING NEW TABLE AS inserted FOR EACH STATEMENT EXECUTE FUNCTION notifications.skip_erased();
