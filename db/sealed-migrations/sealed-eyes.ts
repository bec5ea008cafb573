/** What a transaction has said about whose eyes it lends; nothing said means nobody, and sees nothing. */
export const eyes = `
  -- advocate, person, business, auditor, system; code is somebody who has said a reply code and nothing else.
  CREATE FUNCTION sealed.reader() RETURNS text LANGUAGE sql STABLE
    RETURN coalesce(current_setting('sealed.reader', true), '');
  -- The record of a person, or the business.
  CREATE FUNCTION sealed.subject() RETURNS uuid LANGUAGE sql STABLE
    RETURN nullif(current_setting('sealed.subject', true), '')::uuid;
  -- The account behind the eyes.
  CREATE FUNCTION sealed.actor() RETURNS uuid LANGUAGE sql STABLE
    RETURN nullif(current_setting('sealed.actor', true), '')::uuid;
  CREATE FUNCTION sealed.job() RETURNS text LANGUAGE sql STABLE
    RETURN coalesce(current_setting('sealed.job', true), '');
  -- The slow hash of the code that was said.
  CREATE FUNCTION sealed.code() RETURNS bytea LANGUAGE sql STABLE
    RETURN decode(coalesce(current_setting('sealed.code', true), ''), 'hex');
  CREATE FUNCTION sealed.moment() RETURNS timestamptz LANGUAGE sql STABLE
    RETURN nullif(current_setting('sealed.now', true), '')::timestamptz;
`;
