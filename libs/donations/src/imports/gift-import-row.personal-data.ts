import { personal, personalData, splitColumns, deletedWithRow } from '@upstander/platform';

personalData.define({
  'fundraising.gift_import_row': {
    noun: 'rows of an import',
    of: { donor: `position(lower('"' || $1 || '"') IN lower(t.content::text)) > 0` },
    erasure: 'row',
    kept: 'until the import is done',
    seenBy: 'finance',
    columns: { content: personal.financial(deletedWithRow) },
  },
  'fundraising.gift_import_refusal': {
    noun: 'refused rows of an import',
    of: { donor: `position(lower('"' || $1 || '"') IN lower(t.cells::text)) > 0` },
    erasure: 'row',
    kept: '30 days',
    forgotten: {
      erasureScope: 'row',
      after: 30,
      since: '(SELECT i.created_at FROM fundraising.gift_import i WHERE i.id = t.import_id)',
    },
    seenBy: 'finance',
    columns: { cells: personal.financial(deletedWithRow) },
    others: splitColumns('column_name problem'),
  },
});
