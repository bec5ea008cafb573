-- The donor's row stays locked until the transaction ends, so that nothing is written to a donor who is being erased.
-- An erased donor's address gets a new donor.
-- Called by libs/donations/src/gifts/new-gifts.ts
CREATE OR REPLACE FUNCTION fundraising.donor_of(address citext, spoken text, at timestamptz) RETURNS uuid
LANGUAGE plpgsql AS $$
DECLARE found_id uuid;
BEGIN
  LOOP
    -- An existing donor is not updated, because a typed address doesn't prove who typed it.
    INSERT INTO fundraising.donor (email, locale, created_at) VALUES (address, spoken, at)
    ON CONFLICT (email) DO NOTHING;
    SELECT d.id INTO found_id FROM fundraising.donor d WHERE d.email = address FOR KEY SHARE;
    IF FOUND THEN RETURN found_id; END IF;
  END LOOP;
END $$;
