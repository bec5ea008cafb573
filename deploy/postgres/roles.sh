#!/bin/sh
# Creates the roles and two databases in an empty cluster (see the operator guide).
# With WORKER_SEALED_PASSWORD, also creates the worker's own login in the sealed zone.
set -eu
psql --set ON_ERROR_STOP=1 --username postgres --no-psqlrc --quiet <<SQL
\\getenv owner OWNER_PASSWORD
\\getenv app APP_PASSWORD
\\getenv worker WORKER_PASSWORD
\\getenv sealed SEALED_PASSWORD
CREATE ROLE upstander_owner LOGIN NOSUPERUSER PASSWORD :'owner';
CREATE ROLE upstander LOGIN NOSUPERUSER PASSWORD :'app';
CREATE ROLE upstander_worker LOGIN NOSUPERUSER PASSWORD :'worker';
CREATE ROLE upstander_sealed LOGIN NOSUPERUSER PASSWORD :'sealed';
-- Statistics are open to every role: they would tell the app how many people wrote.
ALTER ROLE upstander_sealed SET track_counts = off;
-- ICU sorts and compares names in the same way on every server.
SELECT format('CREATE DATABASE %I OWNER upstander_owner TEMPLATE template0 ENCODING ''UTF8''
    LOCALE_PROVIDER icu ICU_LOCALE ''und'' LOCALE ''C.UTF-8''', name)
  FROM unnest(ARRAY['upstander', 'upstander_keys']) AS name \\gexec
REVOKE ALL ON DATABASE upstander FROM PUBLIC;
GRANT CONNECT ON DATABASE upstander TO upstander, upstander_worker, upstander_sealed;
REVOKE ALL ON DATABASE upstander_keys FROM PUBLIC;
GRANT CONNECT ON DATABASE upstander_keys TO upstander_sealed;
-- Our roles have nothing to do there.
REVOKE ALL ON DATABASE postgres, template1 FROM PUBLIC;
SQL
[ -n "${WORKER_SEALED_PASSWORD:-}" ] || exit 0
psql --set ON_ERROR_STOP=1 --username postgres --no-psqlrc --quiet <<SQL
\\getenv worker_sealed WORKER_SEALED_PASSWORD
CREATE ROLE upstander_worker_sealed LOGIN NOSUPERUSER PASSWORD :'worker_sealed' IN ROLE upstander_sealed;
ALTER ROLE upstander_worker_sealed SET track_counts = off;
GRANT CONNECT ON DATABASE upstander, upstander_keys TO upstander_worker_sealed;
SQL
