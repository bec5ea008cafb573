-- Returns true if the person with this address was erased within the last day and no row has used the address since.
-- Code that read an address before an erasure and writes it afterward (a scheduled email, an import) checks this first.
-- Volatile, so that it sees the latest commits. tests/api/personal-columns.spec.ts compares the tables with the
-- register.
-- Called by libs/identity/src/peoples-data/erasures/erased-addresses.ts
CREATE OR REPLACE FUNCTION identity.is_erased(address citext) RETURNS boolean
LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM identity.data_request r
    WHERE r.address_hash IS NOT NULL AND r.address_hash = identity.address_hash(r.id, address)
  ) THEN
    RETURN false;
  END IF;
  RETURN NOT (
    EXISTS (SELECT FROM events.event t WHERE t.contact_email = address)
    OR EXISTS (SELECT FROM events.hand_over t WHERE t.email = address)
    OR EXISTS (SELECT FROM events.registration t WHERE t.email = address)
    OR EXISTS (SELECT FROM fundraising.beneficiary t WHERE t.contact_email = address)
    OR EXISTS (SELECT FROM fundraising.campaign t WHERE t.organizer_email = address)
    OR EXISTS (SELECT FROM fundraising.dedication t WHERE t.notify_email = address)
    OR EXISTS (SELECT FROM fundraising.donor t WHERE t.email = address)
    OR EXISTS (SELECT FROM fundraising.gift_link t WHERE t.email = address)
    OR EXISTS (SELECT FROM fundraising.page t WHERE t.owner_email = address)
    OR EXISTS (SELECT FROM fundraising.pledge t WHERE t.email = address)
    OR EXISTS (SELECT FROM identity.account t WHERE t.email = address)
    OR EXISTS (SELECT FROM identity.chapter t WHERE t.contact_email = address)
    OR EXISTS (SELECT FROM identity.data_link t WHERE t.email = address)
    OR EXISTS (SELECT FROM identity.data_request t WHERE t.email = address AND t.status IN ('open', 'approved'))
    OR EXISTS (SELECT FROM identity.legal_hold t WHERE t.email = address)
    OR EXISTS (SELECT FROM identity.sign_in_code t WHERE t.email = address)
    OR EXISTS (SELECT FROM opportunities.domain_verification t WHERE (t.mailbox || '@' || t.domain)::citext = address)
    OR EXISTS (SELECT FROM outreach.ask t WHERE t.email = address)
    OR EXISTS (SELECT FROM outreach.contact t WHERE t.email = address)
    OR EXISTS (SELECT FROM outreach.photo_consent t WHERE t.email = address)
    OR EXISTS (SELECT FROM outreach.school_talk t WHERE t.email = address)
    OR EXISTS (SELECT FROM outreach.site_message t WHERE t.email = address)
    OR EXISTS (SELECT FROM outreach.team_member t WHERE t.email = address)
    OR EXISTS (SELECT FROM volunteers.credential t WHERE t.guardian_email = address)
    OR EXISTS (SELECT FROM volunteers.volunteer t WHERE t.email = address)
  );
END $$;
