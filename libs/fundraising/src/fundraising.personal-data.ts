import {
  becomes,
  derived,
  emptied,
  emptyText,
  nameless,
  noAddress,
  personal,
  personalData,
  stays,
  withRow,
  plain,
} from '@upstander/platform';
import { decimal } from './accounting/decimal-sql.js';
import { campaign, finance, giftsOfDonor, giftsPersonalData, law } from './gifts.personal-data.js';
import { nobodyNamed } from './nobody-named.js';

const unconfirmed = `CASE WHEN t.status = 'unconfirmed' THEN t.created_at END`;
const currencyOfGift = '(SELECT g.currency FROM fundraising.gift g WHERE g.id = t.gift_id)';

/**
 * Money stays, as numbers of nobody: an erasure takes the name, the address and the words from a gift and from its receipt,
 * and leaves amount, day and number.
 */
export const fundraisingPersonalData = personalData.define({
  ...giftsPersonalData,
  'fundraising.page': {
    noun: 'pages of mine',
    of: { fundraiser: 't.owner_email = $1' },
    erasure: 'columns',
    // What a stranger began with an address that was never confirmed is nobody's.
    kept: '14 days unconfirmed, then as long as its gifts, of nobody once erased',
    forgotten: { goes: 'row', after: 14, since: unconfirmed },
    about: ['t.id', 't.campaign_id'],
    seenBy: 'everybody, while it is on the site',
    columns: {
      owner_name: personal.contact(nameless),
      owner_email: personal.contact(noAddress),
      title: personal.content(nameless),
      story: personal.content(emptyText),
      slug: personal.content(becomes(`'erased-' || t.id`, 'becomes an address of nobody')),
      edit: personal.content(emptied),
      edit_note: personal.content(emptied),
    },
    sets: {
      status: `CASE WHEN t.status IN ('in_review', 'live') THEN 'hidden' ELSE t.status END`,
      edit_at: 'NULL',
      gift_mails: 'false',
      token_version: 't.token_version + 1',
    },
    also: { ...campaign, kind: 't.kind', status: 't.status', created_at: 't.created_at' },
    codes: { kind: 'pageKind', status: 'pageStatus' },
    others: plain('kind locale status'),
  },
  'fundraising.campaign': {
    noun: 'fundraisers of mine',
    of: { fundraiser: 't.organizer_email = $1' },
    erasure: 'columns',
    kept: '14 days unconfirmed, then as long as its gifts: donors gave on these words',
    forgotten: { goes: 'row', after: 14, since: unconfirmed },
    about: ['t.id'],
    seenBy: 'everybody what is on the site; organizers and finance the address',
    columns: {
      organizer_name: personal.contact(nameless),
      organizer_email: personal.contact(noAddress),
      title: personal.content(stays('what gifts were given for; an organizer takes a name out')),
      summary: personal.content(stays('what gifts were given for; an organizer takes a name out')),
      story: personal.content(stays('what gifts were given for; an organizer takes a name out')),
      edit: personal.content(emptied),
      edit_note: personal.content(emptied),
      review_note: personal.content(emptied),
      search_text: personal.content(derived, { withheld: 'made of the other columns' }),
    },
    sets: { edit_at: 'NULL', gift_mails: 'false', token_version: 't.token_version + 1' },
    also: { status: 't.status', created_at: 't.created_at' },
    codes: { status: 'campaignStatus' },
    others: plain('slug language currency time_zone starts_on ends_on cover_alt status suggested_amounts'),
  },
  'fundraising.update': {
    noun: 'updates of fundraisers',
    of: {
      fundraiser:
        't.campaign_id IN (SELECT c.id FROM fundraising.campaign c WHERE c.organizer_email = $1 AND c.by_supporter)',
    },
    erasure: 'columns',
    kept: 'as long as the fundraiser',
    seenBy: 'everybody',
    columns: {
      author_name: personal.contact(nameless),
      title: personal.content(stays('what donors were told of their gifts')),
      body: personal.content(stays('what donors were told of their gifts')),
    },
    also: { ...campaign, written_at: 't.written_at' },
    others: plain('status'),
  },
  'fundraising.refund': {
    noun: 'refunds',
    of: { donor: `t.gift_id IN (${giftsOfDonor})` },
    erasure: 'columns',
    kept: `as long as the ledger; ${law}`,
    byLaw: true,
    about: ['t.id', 't.gift_id'],
    seenBy: finance,
    columns: { note: personal.content(emptyText) },
    also: {
      amount: decimal('t.amount_minor', currencyOfGift),
      currency: currencyOfGift,
      status: 't.status',
      reason: 't.reason',
    },
    codes: { status: 'refundStatus', reason: 'refundReason' },
    others: plain('stripe_refund_id reason status failure_reason'),
  },
  'fundraising.gift_import': {
    noun: 'imports of gifts',
    of: { donor: null },
    erasure: 'none',
    kept: 'the file until it was read, minutes later',
    seenBy: 'finance',
    columns: {
      content: personal.financial(stays('gone by itself once it was read'), { withheld: 'everybody’s gifts' }),
    },
    others: plain('file_name sha256 status problem missing_columns'),
  },
  'fundraising.gift_import_row': {
    noun: 'rows of an import',
    of: { donor: `position(lower('"' || $1 || '"') IN lower(t.content::text)) > 0` },
    erasure: 'row',
    kept: 'until the import is done',
    seenBy: 'finance',
    columns: { content: personal.financial(withRow) },
  },
  'fundraising.gift_import_refusal': {
    noun: 'refused rows of an import',
    of: { donor: `position(lower('"' || $1 || '"') IN lower(t.cells::text)) > 0` },
    erasure: 'row',
    kept: '30 days',
    forgotten: {
      goes: 'row',
      after: 30,
      since: '(SELECT i.created_at FROM fundraising.gift_import i WHERE i.id = t.import_id)',
    },
    seenBy: 'finance',
    columns: { cells: personal.financial(withRow) },
    others: plain('column_name problem'),
  },
  'fundraising.matching_pool': {
    noun: 'matching pools',
    of: { donor: null },
    erasure: 'none',
    kept: 'as long as the fundraiser',
    seenBy: 'everybody, unless the sponsor wants to stay hidden',
    columns: { sponsor_name: personal.contact(stays('a sponsor is named by contract; finance changes it')) },
    others: plain('currency seen'),
  },
  'fundraising.beneficiary': {
    noun: 'beneficiaries',
    of: { staff: 't.contact_email = $1' },
    erasure: 'none',
    kept: 'as long as the ledger',
    seenBy: 'finance',
    columns: { contact_email: personal.contact(stays('how an organisation is reached; finance changes it')) },
    also: { beneficiary: 't.name' },
    others: plain('kind name registration_number website consent_signed_on consent_ends_on'),
  },
  ...nobodyNamed,
});
