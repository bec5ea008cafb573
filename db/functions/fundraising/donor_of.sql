-- The donor of an address, made where there is none. It is held until the transaction ends, so that what is written for it is not
-- written to whoever is erased meanwhile: then the address is a new donor's.
-- Called by libs/fundraising/src/gifts/new-gifts.ts
CREATE OR REPLACE FUNCTION fundraising.donor_of(address citext, spoken text, at timestamptz) RETURNS uuid
LANGUAGE plpgsql AS $$
DECLARE found_id uuid;
BEGIN
  LOOP
    -- Somebody who is known keeps their row as it is: a typed address proves nothing.
    INSERT INTO fundraising.donor (email, locale, created_at) VALUES (address, spoken, at)
    ON CONFLICT (email) DO NOTHING;
    SELECT d.id INTO found_id FROM fundraising.donor d WHERE d.email = address FOR KEY SHARE;
    IF FOUND THEN RETURN found_id; END IF;
  END LOOP;
END $$;
