-- advocate, person, business, auditor, system; code is somebody who has said a reply code and nothing else.
-- Said by libs/advocacy/src/sealed/set-reader.ts
CREATE OR REPLACE FUNCTION sealed.reader() RETURNS text
LANGUAGE sql STABLE
  RETURN coalesce(current_setting('sealed.reader', true), '');
