-- What is left of an erased address for a day: it can be known again, and not be read. The id of the request is its salt.
-- Called by libs/identity/src/peoples-data/erasures/erasures.service.ts
CREATE OR REPLACE FUNCTION identity.address_hash(salt uuid, address citext) RETURNS bytea
LANGUAGE sql IMMUTABLE AS $$
  SELECT sha256(convert_to(salt::text || lower(address::text), 'UTF8'));
$$;
