-- Records changes for the webhook endpoints that subscribe to them, in the transaction of the change. The triggers are generated
-- from the list in libs/integrations/src/webhooks/webhook-nouns.ts (record_changes); their arguments are the noun, the columns of the payload with
-- their names, the columns that don't count as a change, and the status whose beginning and end are the only events, if any.
-- The time is the database's, because triggers don't know the program's clock. An endpoint of a chapter gets only changes of that
-- chapter, which is decided here, so a record that moves later doesn't change it, and of a screening only "requested" until it is
-- approved, like organizers.
CREATE OR REPLACE FUNCTION integrations.record_changes() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  noun text := TG_ARGV[0];
  columns text[] := string_to_array(TG_ARGV[1], ' ');
  ignored text[] := string_to_array(TG_ARGV[2], ' ');
  visible text := nullif(TG_ARGV[3], '');
  has_chapters boolean;
  changes jsonb;
BEGIN
  SELECT bool_or(e.chapter_id IS NOT NULL) INTO has_chapters
  FROM integrations.webhook_endpoint e, unnest(e.types) t WHERE e.status = 'active' AND starts_with(t, noun || '.');
  IF has_chapters IS NULL THEN
    RETURN NULL;
  END IF;
  IF TG_OP = 'INSERT' THEN
    SELECT jsonb_agg(jsonb_build_array(CASE WHEN visible IS NULL THEN 'created' ELSE visible END, to_jsonb(n)))
    INTO changes FROM new_rows n WHERE visible IS NULL OR to_jsonb(n) ->> 'status' = visible;
  ELSIF TG_OP = 'DELETE' THEN
    SELECT jsonb_agg(jsonb_build_array('deleted', to_jsonb(o))) INTO changes FROM old_rows o;
  ELSIF visible IS NULL THEN
    SELECT jsonb_agg(jsonb_build_array('updated', to_jsonb(n), to_jsonb(o))) INTO changes
    FROM new_rows n JOIN old_rows o USING (id) WHERE to_jsonb(n) - ignored <> to_jsonb(o) - ignored;
  ELSE
    SELECT jsonb_agg(jsonb_build_array(CASE WHEN to_jsonb(n) ->> 'status' = visible THEN visible ELSE 'closed' END, to_jsonb(n), to_jsonb(o)))
    INTO changes
    FROM new_rows n JOIN old_rows o USING (id)
    WHERE (to_jsonb(n) ->> 'status' = visible) <> (to_jsonb(o) ->> 'status' = visible);
  END IF;
  IF changes IS NULL THEN
    RETURN NULL;
  END IF;
  WITH event AS MATERIALIZED (
    SELECT gen_random_uuid() AS id, noun || '.' || (c ->> 0) AS type, position,
      jsonb_build_object('id', c -> 1 -> 'id') || (
        SELECT jsonb_object_agg(split_part(name, ':', 2), c -> 1 -> split_part(name, ':', 1)) FROM unnest(columns) name
      ) AS data,
      CASE WHEN has_chapters THEN integrations.chapters_of(noun, c -> 1, c -> 2) END AS chapters,
      CASE WHEN noun = 'credential' AND c -> 1 ->> 'kind' = 'screening' AND c -> 1 ->> 'status' NOT IN ('approved', 'revoked')
        THEN '{"status": "requested"}'::jsonb ELSE '{}' END AS masked
    FROM jsonb_array_elements(changes) WITH ORDINALITY AS change (c, position)
  )
  INSERT INTO integrations.webhook_delivery (endpoint_id, event_id, type, data, occurred_at, due_since)
  SELECT e.id, event.id, event.type, CASE WHEN e.chapter_id IS NULL THEN event.data ELSE event.data || event.masked END,
    statement_timestamp(), statement_timestamp()
  FROM event JOIN integrations.webhook_endpoint e ON e.status = 'active' AND event.type = ANY (e.types)
    AND (e.chapter_id IS NULL OR e.chapter_id = ANY (event.chapters))
  ORDER BY event.position;
  RETURN NULL;
END $$;
