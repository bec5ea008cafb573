import { personal, personalData, retained, withRow, plain } from '@upstander/platform';
import { volunteersOfAddress } from '@upstander/volunteers';

export const learningPersonalData = personalData.define({
  'learning.course_completion': {
    noun: 'finished courses',
    of: { volunteer: `t.volunteer_id IN (${volunteersOfAddress})` },
    erasure: 'volunteer',
    kept: 'as long as the profile',
    seenBy: 'the person; organizers of the chapter',
    columns: { name: personal.contact(withRow), completed_on: personal.content(withRow) },
    also: {
      course: `(SELECT c.texts->'en'->>'title' FROM learning.course c WHERE c.id = t.course_id)`,
      created_at: 't.created_at',
    },
  },
  'learning.article': {
    noun: 'articles',
    of: { staff: null },
    erasure: 'none',
    kept: 'as long as the article',
    seenBy: 'everyone',
    columns: {
      reviewed_by: personal.contact(retained('the reviewer is part of the text; editors can change it')),
      lawyer_reviewed_by: personal.contact(retained('the reviewer is part of the text; the next review replaces it')),
    },
    others: plain(
      'slug audience sources reviewed_on review_by status withdrawn_reason withdrawal_reason lawyer_reviewed_on',
    ),
  },
  'learning.article_version': {
    noun: 'versions of articles',
    of: { staff: null },
    erasure: 'none',
    kept: 'as long as the article',
    seenBy: 'editors',
    columns: { reviewed_by: personal.contact(retained('the reviewer is part of the text; editors can change it')) },
    others: plain('status audience review_by sources texts reason'),
  },
  'learning.article_text': { others: plain('locale title summary note body') },
  'learning.course': { others: plain('slug audience status texts') },
  'learning.lesson': { others: plain('questions') },
  'learning.help_line': {
    others: plain(
      'code name name_es about about_es phone_kind phone phone_shown text_kind text_number text_shown tty chat_url hours hours_es languages country area area_es source_name source_url verified_on verify_by told_for checked_on',
    ),
  },
  'learning.time_limit': {
    noun: 'time limits',
    of: { staff: null },
    erasure: 'none',
    kept: 'as long as the time limit',
    seenBy: 'moderators and advocates',
    columns: {
      reviewed_by: personal.contact(retained('the reviewer is part of the text; the next review replaces it')),
    },
    others: plain('code jurisdiction remedy rule rule_es source_title source_url written_on review_by reviewed_on'),
  },
  'learning.help_line_change': { others: plain('kind proposed_values decision') },
  // Contact data of offices, not people, as the organizations publish it.
  'learning.organization': { others: plain('name') },
  'learning.service': {
    others: plain(
      'slug name needs description description_es eligibility eligibility_es fees fees_es languages address city region postcode phone email url schedule schedule_es area area_es served_areas search_postcode kept_confidential assured_on assure_by search_text sort_name hsds_id',
    ),
  },
  'learning.service_import': { others: plain('file_name content need status problem unread_files') },
  'learning.service_import_fault': { others: plain('field problem') },
  'learning.service_import_row': { others: plain('hsds_id said changed') },
});
