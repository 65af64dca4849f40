-- The database of the audit log: an append-only table whose rows form a chain
-- of hashes. Plain SQL for PostgreSQL 14 or newer; may be run again at any
-- time, also to change the retention or the application's role.
--
-- Run it inside the database of the audit log (normally `nerds_audit_log`), as
-- a superuser or as a member of the role nerds_audit_owner, with two settings
-- in the session:
--
--   SET nerds_audit.application_role = 'nerds_portal';  -- must exist
--   SET nerds_audit.retention_days = '400';             -- absent: what it was, at first 400
--
-- `./nerds audit setup` does this, and makes the role and the database too.
-- What the application's role can do afterwards: read, and call two functions.

BEGIN;
-- Two portals that start at the same moment set up one after the other.
SELECT pg_advisory_xact_lock(hashtextextended('nerds_audit.setup', 0));

DO $$
DECLARE
  application text := current_setting('nerds_audit.application_role', true);
BEGIN
  IF coalesce(application, '') = '' THEN
    RAISE EXCEPTION 'Set nerds_audit.application_role to the database role of the portal first';
  END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = application) THEN
    RAISE EXCEPTION 'The role % does not exist', application;
  END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'nerds_audit_owner') THEN
    BEGIN
      CREATE ROLE nerds_audit_owner NOLOGIN;
      IF NOT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) THEN
        -- who makes a role may grant it, but is not a member by that
        GRANT nerds_audit_owner TO CURRENT_USER;
      END IF;
    EXCEPTION WHEN duplicate_object OR unique_violation THEN
      NULL; -- made at this very moment for another database of this server
    END;
  END IF;
  -- Either would let the portal rewrite its own record.
  IF (SELECT rolsuper FROM pg_roles WHERE rolname = application) THEN
    RAISE EXCEPTION 'The role % is a superuser; the portal needs an ordinary role', application;
  END IF;
  IF pg_has_role(application, 'nerds_audit_owner', 'MEMBER') THEN
    RAISE EXCEPTION 'The role % must not be a member of nerds_audit_owner', application;
  END IF;
  IF (SELECT datdba FROM pg_database WHERE datname = current_database()) <> 'nerds_audit_owner'::regrole THEN
    EXECUTE format('ALTER DATABASE %I OWNER TO nerds_audit_owner', current_database());
  END IF;
  -- CONNECT is open to everybody in a new database.
  EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
  EXECUTE format('REVOKE ALL ON DATABASE %I FROM %I', current_database(), application);
  EXECUTE format('GRANT CONNECT ON DATABASE %I TO %I', current_database(), application);
END $$;

SET LOCAL ROLE nerds_audit_owner;
SET LOCAL search_path = pg_catalog, pg_temp;
SET LOCAL client_min_messages = warning;

CREATE SCHEMA IF NOT EXISTS audit;

CREATE TABLE IF NOT EXISTS audit.schema_version (
  version integer PRIMARY KEY,
  applied_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE IF NOT EXISTS audit.settings (
  singleton boolean PRIMARY KEY DEFAULT true CHECK (singleton),
  -- The least that events are kept; the floor guards against a typing error.
  retention_days integer NOT NULL CHECK (retention_days >= 90)
);
INSERT INTO audit.settings (retention_days) VALUES (400) ON CONFLICT DO NOTHING;
UPDATE audit.settings
  SET retention_days = current_setting('nerds_audit.retention_days')::integer
  WHERE coalesce(current_setting('nerds_audit.retention_days', true), '') <> '';

-- Both ends of the chain. The anchor is the last event that expired; its row is
-- also the lock that appends take turns for.
CREATE TABLE IF NOT EXISTS audit.chain (
  singleton boolean PRIMARY KEY DEFAULT true CHECK (singleton),
  anchor_sequence bigint NOT NULL DEFAULT 0,
  anchor_hash text NOT NULL DEFAULT repeat('0', 64),
  head_sequence bigint NOT NULL DEFAULT 0,
  head_hash text NOT NULL DEFAULT repeat('0', 64),
  CHECK (head_sequence >= anchor_sequence)
);
INSERT INTO audit.chain DEFAULT VALUES ON CONFLICT DO NOTHING;

-- PostgreSQL calls the conversion of text to an instant "stable", because of
-- texts such as 'now'. For the only form that is stored it never changes.
CREATE OR REPLACE FUNCTION audit.to_instant(value text) RETURNS timestamptz
LANGUAGE plpgsql IMMUTABLE STRICT SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF value !~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?Z$' THEN
    RAISE EXCEPTION 'Not an instant in UTC' USING ERRCODE = 'invalid_datetime_format';
  END IF;
  RETURN value::timestamptz;
END $$;

CREATE OR REPLACE FUNCTION audit.to_texts(value jsonb) RETURNS text[]
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT coalesce(array_agg(item), '{}')
  FROM jsonb_array_elements_text(coalesce(value, '[]')) AS item
$$;

-- What is searched is generated from the payload, so it cannot say anything else.
CREATE TABLE IF NOT EXISTS audit.events (
  sequence bigint PRIMARY KEY,
  -- Given by the portal, so that an event that is sent twice is stored once.
  id uuid UNIQUE GENERATED ALWAYS AS ((payload ->> 'id')::uuid) STORED,
  hash text NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$'),
  payload jsonb NOT NULL,
  recorded_at timestamptz NOT NULL GENERATED ALWAYS AS (audit.to_instant(payload ->> 'recordedAt')) STORED,
  at timestamptz NOT NULL GENERATED ALWAYS AS (audit.to_instant(payload ->> 'at')) STORED,
  act text NOT NULL GENERATED ALWAYS AS (payload ->> 'act') STORED,
  object text GENERATED ALWAYS AS (payload ->> 'object') STORED,
  result text NOT NULL GENERATED ALWAYS AS (payload ->> 'result') STORED
    CHECK (result IN ('succeeded', 'failed', 'refused')),
  actor text NOT NULL GENERATED ALWAYS AS (payload ->> 'actor') STORED,
  severity text NOT NULL GENERATED ALWAYS AS (payload ->> 'severity') STORED
    CHECK (severity IN ('low', 'medium', 'high', 'critical')),
  plugin text NOT NULL GENERATED ALWAYS AS (payload ->> 'plugin') STORED,
  correlation_id text GENERATED ALWAYS AS (payload ->> 'correlationId') STORED,
  teams text[] NOT NULL GENERATED ALWAYS AS (audit.to_texts(payload -> 'teams')) STORED
);
CREATE INDEX IF NOT EXISTS events_at ON audit.events (at);
CREATE INDEX IF NOT EXISTS events_act ON audit.events (act, sequence);
CREATE INDEX IF NOT EXISTS events_actor ON audit.events (actor, sequence);
CREATE INDEX IF NOT EXISTS events_object ON audit.events (object, sequence) WHERE object IS NOT NULL;
CREATE INDEX IF NOT EXISTS events_correlation_id ON audit.events (correlation_id) WHERE correlation_id IS NOT NULL;
CREATE INDEX IF NOT EXISTS events_not_succeeded ON audit.events (sequence) WHERE result <> 'succeeded';
CREATE INDEX IF NOT EXISTS events_teams ON audit.events USING gin (teams);

-- A second barrier, for the owner: rights alone stop everybody else.
CREATE OR REPLACE FUNCTION audit.refuse_change() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF TG_OP = 'DELETE'
    AND OLD.recorded_at < now() - make_interval(days => (SELECT retention_days FROM audit.settings))
    AND OLD.sequence <= (SELECT anchor_sequence FROM audit.chain)
  THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'The audit log is append-only' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE OR REPLACE TRIGGER events_append_only BEFORE UPDATE OR DELETE ON audit.events
  FOR EACH ROW EXECUTE FUNCTION audit.refuse_change();
CREATE OR REPLACE TRIGGER events_no_truncate BEFORE TRUNCATE ON audit.events
  FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_change();

-- Stores one event and gives it its place: the lock on the chain makes
-- sequences without gaps, also when a transaction is rolled back.
CREATE OR REPLACE FUNCTION audit.append(event jsonb, OUT event_sequence bigint, OUT event_hash text)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  tip audit.chain;
  body jsonb;
BEGIN
  IF jsonb_typeof(event) IS DISTINCT FROM 'object' OR octet_length(event::text) > 65536 THEN
    RAISE EXCEPTION 'An event is an object of at most 64 kB' USING ERRCODE = 'invalid_parameter_value';
  END IF;
  SELECT * INTO STRICT tip FROM audit.chain FOR UPDATE;
  SELECT e.sequence, e.hash INTO event_sequence, event_hash
    FROM audit.events e WHERE e.id = (event ->> 'id')::uuid;
  IF FOUND THEN
    RETURN;
  END IF;
  event_sequence := tip.head_sequence + 1;
  body := event || jsonb_build_object(
    'sequence', event_sequence,
    'recordedAt', to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
  );
  event_hash := encode(
    sha256(convert_to(tip.head_hash || ':' || event_sequence || ':' || body::text, 'UTF8')),
    'hex'
  );
  INSERT INTO audit.events (sequence, hash, payload) VALUES (event_sequence, event_hash, body);
  UPDATE audit.chain SET head_sequence = event_sequence, head_hash = event_hash;
END $$;

-- Removes the oldest events. `keep_days` can make it keep more than the
-- settings say, never less. Stops at the first event that is not old enough,
-- so that what is left is still one chain, from the anchor on.
CREATE OR REPLACE FUNCTION audit.expire(keep_days integer DEFAULT 0) RETURNS bigint
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  border timestamptz;
  last_expired audit.events;
  expired bigint;
BEGIN
  PERFORM FROM audit.chain FOR UPDATE;
  SELECT now() - make_interval(days => greatest(retention_days, keep_days)) INTO STRICT border FROM audit.settings;
  SELECT e.* INTO last_expired FROM audit.events e
    WHERE e.sequence < coalesce(
      (SELECT k.sequence FROM audit.events k WHERE k.recorded_at >= border ORDER BY k.sequence LIMIT 1),
      9223372036854775807
    )
    ORDER BY e.sequence DESC LIMIT 1;
  IF NOT FOUND THEN
    RETURN 0;
  END IF;
  UPDATE audit.chain SET anchor_sequence = last_expired.sequence, anchor_hash = last_expired.hash;
  DELETE FROM audit.events e WHERE e.sequence <= last_expired.sequence;
  GET DIAGNOSTICS expired = ROW_COUNT;
  RETURN expired;
END $$;

REVOKE ALL ON SCHEMA audit FROM PUBLIC;
REVOKE ALL ON ALL TABLES IN SCHEMA audit FROM PUBLIC;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA audit FROM PUBLIC;
DO $$
DECLARE
  application text := current_setting('nerds_audit.application_role');
BEGIN
  EXECUTE format('REVOKE ALL ON SCHEMA audit FROM %I', application);
  EXECUTE format('REVOKE ALL ON ALL TABLES IN SCHEMA audit FROM %I', application);
  EXECUTE format('REVOKE ALL ON ALL FUNCTIONS IN SCHEMA audit FROM %I', application);
  EXECUTE format('GRANT USAGE ON SCHEMA audit TO %I', application);
  EXECUTE format('GRANT SELECT ON ALL TABLES IN SCHEMA audit TO %I', application);
  EXECUTE format('GRANT EXECUTE ON FUNCTION audit.append(jsonb), audit.expire(integer) TO %I', application);
END $$;

INSERT INTO audit.schema_version (version) VALUES (1) ON CONFLICT DO NOTHING;
COMMIT;
