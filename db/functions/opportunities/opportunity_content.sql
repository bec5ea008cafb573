-- Returns the content of an opportunity by field, for comparison with the approved version.
-- Called by libs/opportunities/src/moderation/moderation.service.ts
CREATE OR REPLACE FUNCTION opportunities.opportunity_content(o opportunities.opportunity) RETURNS jsonb
LANGUAGE sql STABLE AS $$
  SELECT jsonb_build_object(
    'kind', o.kind, 'title', o.title, 'description', o.description, 'language', o.language,
    'payMinMinor', o.pay_min_minor::text, 'payMaxMinor', o.pay_max_minor::text, 'payUnit', o.pay_unit,
    'payCurrency', o.pay_currency, 'hoursPerWeek', o.hours_per_week, 'schedule', o.schedule,
    'nightWork', o.night_work, 'remote', o.remote, 'place', o.place, 'startsOn', o.starts_on,
    'supervisorName', o.supervisor_name, 'idNeeded', o.id_needed, 'backgroundCheck', o.background_check,
    'acceptableRecords', o.acceptable_records, 'transport', o.transport, 'equipment', o.equipment,
    'childcareHours', o.childcare_hours, 'trainingPaid', o.training_paid, 'languages', o.languages,
    'wantsPublic', o.business_wants_public)
$$;
