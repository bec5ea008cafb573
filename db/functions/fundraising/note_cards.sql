-- Counts card results in the minute of 'happened'. Returns until when gifts need a challenge, and until when gifts can only be
-- started by an emailed link. Over the last ten minutes: from 'few' declined cards and over 30 % declined, it's an attack;
-- three times as many and over 60 % opens the breaker. Declined cards are compared with paid gifts, because starting gifts
-- costs an attacker nothing.
-- Called by libs/donations/src/card-testing/card-testing.service.ts
CREATE OR REPLACE FUNCTION fundraising.note_cards(begun integer, refused integer, happened timestamptz, at timestamptz,
  few integer, OUT attack_until timestamptz, OUT open_until timestamptz)
LANGUAGE plpgsql AS $$
DECLARE
  bad bigint;
  good bigint;
  later CONSTANT timestamptz := at + interval '15 minutes';
BEGIN
  IF begun + refused > 0 THEN
    INSERT INTO fundraising.card_minute AS m (minute, started, declined)
    VALUES (date_trunc('minute', happened), begun, refused)
    ON CONFLICT (minute) DO UPDATE SET started = m.started + begun, declined = m.declined + refused;
  END IF;
  SELECT b.attack_until, b.open_until INTO attack_until, open_until FROM fundraising.card_breaker b;

  SELECT coalesce(sum(m.declined), 0) INTO bad FROM fundraising.card_minute m
  WHERE m.minute > at - interval '10 minutes' AND m.minute <= at;
  IF bad >= few THEN
    SELECT count(*) INTO good FROM fundraising.gift g
    WHERE g.created_at > at - interval '10 minutes' AND g.paid_at IS NOT NULL AND g.method = 'stripe';
    IF bad * 10 > (bad + good) * 3 THEN attack_until := later; END IF;
    IF bad >= few * 3 AND bad * 10 > (bad + good) * 6 THEN open_until := later; END IF;
    -- Updated only by whole minutes, because every gift reads this row.
    UPDATE fundraising.card_breaker b SET attack_until = note_cards.attack_until,
      open_until = note_cards.open_until
    WHERE note_cards.attack_until > coalesce(b.attack_until, '-infinity') + interval '1 minute'
      OR note_cards.open_until > coalesce(b.open_until, '-infinity') + interval '1 minute';
  END IF;
END $$;
