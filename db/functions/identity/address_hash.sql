-- Returns a hash that recognizes an erased address for one day without storing it. The salt is the ID of the request.
-- Called by libs/identity/src/peoples-data/erasures/erasures.service.ts
CREATE OR REPLACE FUNCTION identity.address_hash(salt uuid, address citext) RETURNS bytea
LANGUAGE sql IMMUTABLE AS $$
  SELECT sha256(convert_to(salt::text || lower(address::text), 'UTF8'));
$$;
