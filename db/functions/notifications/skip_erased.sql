-- A mail that was planned from an address read before its person was erased goes nowhere, and keeps no address. Whoever plans mails
-- shares a number of their addresses with all who plan, and an erasure wants that of its own for itself: what was inserted
-- before is waited for and deleted with the rest, what comes after waits here and then finds the mark. There are 256 numbers, so
-- a mail to thousands takes no more locks than that, and an erasure keeps one mail in 256 waiting.
-- libs/notifications/src/peoples-data/mails-of-person.ts takes it so. Only the mail that says that it is done goes to an erased
-- address, and is deleted itself.
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
