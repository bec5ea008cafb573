-- A mail that was planned from an address read before its person was erased goes nowhere, and keeps no address. An erasure
-- locks the table before it deletes: what was inserted before is deleted with the rest, what comes after finds its mark here.
-- Only the mail that says that it is done goes to an erased address, and is deleted itself.
CREATE OR REPLACE FUNCTION notifications.skip_erased() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM identity.data_request r WHERE r.address_hash IS NOT NULL) THEN
    UPDATE notifications.mail m SET status = 'skipped', recipient = 'erased-' || m.id || '@erased.invalid', data = '{}'
    FROM inserted i WHERE m.id = i.id AND i.template <> 'my-data-done' AND identity.is_erased(i.recipient);
  END IF;
  RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER mail_to_the_erased_is_skipped AFTER INSERT ON notifications.mail
  REFERENCING NEW TABLE AS inserted FOR EACH STATEMENT EXECUTE FUNCTION notifications.skip_erased();
