-- Returns the chapters whose webhook endpoints get a change of a row, from before and after it, so the chapter that a record
-- leaves hears of it too. The nouns are listed in libs/integrations/src/webhooks/webhook-nouns.ts.
-- A volunteer belongs to every chapter that knows them. Of a screening, chapters get only the beginning and the end of an approval,
-- which is all that their organizers may see (CredentialReads).
-- Called by db/functions/integrations/record_changes.sql
CREATE OR REPLACE FUNCTION integrations.chapters_of(noun text, after jsonb, before jsonb) RETURNS uuid[]
LANGUAGE plpgsql STABLE AS $$
BEGIN
  CASE noun
    WHEN 'signup' THEN
      RETURN ARRAY(SELECT s.chapter_id FROM events.shift s
        WHERE s.id IN ((after ->> 'shift_id')::uuid, (before ->> 'shift_id')::uuid));
    WHEN 'gift' THEN
      RETURN ARRAY(SELECT c.chapter_id FROM fundraising.campaign c
        WHERE c.id IN ((after ->> 'campaign_id')::uuid, (before ->> 'campaign_id')::uuid));
    WHEN 'volunteer' THEN
      RETURN ARRAY(SELECT m.chapter_id FROM volunteers.membership m WHERE m.volunteer_id = (after ->> 'id')::uuid)
        || (after ->> 'home_chapter_id')::uuid || (before ->> 'home_chapter_id')::uuid;
    WHEN 'credential' THEN
      IF NOT (after ->> 'address_confirmed')::boolean
        OR after ->> 'kind' = 'screening'
          AND NOT ARRAY[after ->> 'status', before ->> 'status'] && ARRAY['approved', 'revoked']
      THEN
        RETURN '{}';
      END IF;
      RETURN ARRAY(SELECT m.chapter_id FROM volunteers.membership m
        WHERE m.volunteer_id IN ((after ->> 'volunteer_id')::uuid, (before ->> 'volunteer_id')::uuid));
    ELSE
      RETURN ARRAY[(after ->> 'chapter_id')::uuid, (before ->> 'chapter_id')::uuid];
  END CASE;
END $$;
