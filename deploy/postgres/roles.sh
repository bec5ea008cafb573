#!/bin/sh
# Makes the three roles and the two databases (the operator guide says why there are three), once, in an empty cluster.
set -eu
psql --set ON_ERROR_STOP=1 --username postgres --no-psqlrc --quiet <<SQL
\\getenv owner OWNER_PASSWORD
\\getenv app APP_PASSWORD
\\getenv sealed SEALED_PASSWORD
CREATE ROLE upstander_owner LOGIN NOSUPERUSER PASSWORD :'owner';
CREATE ROLE upstander LOGIN NOSUPERUSER PASSWORD :'app';
CREATE ROLE upstander_sealed LOGIN NOSUPERUSER PASSWORD :'sealed';
CREATE DATABASE upstander OWNER upstander_owner;
REVOKE ALL ON DATABASE upstander FROM PUBLIC;
GRANT CONNECT ON DATABASE upstander TO upstander, upstander_sealed;
CREATE DATABASE upstander_keys OWNER upstander_owner;
REVOKE ALL ON DATABASE upstander_keys FROM PUBLIC;
GRANT CONNECT ON DATABASE upstander_keys TO upstander_sealed;
SQL
