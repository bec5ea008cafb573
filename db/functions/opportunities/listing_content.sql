-- What a listing says, field by field, as it is compared with what staff approved.
-- Called by libs/opportunities/src/moderation/moderation.service.ts
CREATE OR REPLACE FUNCTION opportunities.listing_content(l opportunities.listing) RETURNS jsonb
LANGUAGE sql STABLE AS $$
  SELECT jsonb_build_object(
    'kind', l.kind, 'title', l.title, 'description', l.description, 'language', l.language,
    'payMinMinor', l.pay_min_minor::text, 'payMaxMinor', l.pay_max_minor::text, 'payUnit', l.pay_unit,
    'payCurrency', l.pay_currency, 'hoursPerWeek', l.hours_per_week, 'schedule', l.schedule,
    'nightWork', l.night_work, 'remote', l.remote, 'place', l.place, 'startsOn', l.starts_on,
    'supervisorName', l.supervisor_name, 'idNeeded', l.id_needed, 'backgroundCheck', l.background_check,
    'acceptableRecords', l.acceptable_records, 'transport', l.transport, 'equipment', l.equipment,
    'childcareHours', l.childcare_hours, 'trainingPaid', l.training_paid, 'languages', l.languages,
    'wantsPublic', l.business_wants_public)
$$;
