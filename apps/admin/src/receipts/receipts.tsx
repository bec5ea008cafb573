import { Alert } from '@mantine/core';
import { Link } from 'react-router';
import { useRead } from '../api/use-api';
import { Choice } from '../parts/lists/choice';
import { Empty } from '../parts/ui/empty';
import { FilterBar } from '../parts/lists/filter-bar';
import { AlertIcon, ReceiptIcon } from '../parts/ui/icons';
import { List } from '../parts/lists/list';
import { NoneFound } from '../parts/lists/none-found';
import { PageHeader } from '../parts/ui/page-header';
import { useSearchState, type SearchState } from '../parts/lists/use-search-state';
import { useWords } from '../words/words';
import { ownNumberQuery, receiptsQuery } from './queries';
import { useReceiptColumns } from './receipt-columns';
import { filterNames, variablesOf, yearsUntil } from './receipt-filters';

/** Every receipt that was issued, the void ones too; and the way to send one again. */
export function Receipts() {
  const { t, words } = useWords();
  const state = useSearchState();
  const query = useRead(receiptsQuery, variablesOf(state.get));
  const columns = useReceiptColumns();
  return (
    <div>
      <PageHeader title={t.receipts.title} lead={t.receipts.lead} />
      <NoTaxNumber />
      <FilterBar state={state} names={filterNames} search={{ label: t.receipts.search, hint: t.receipts.searchHint }}>
        <Choice
          label={t.receipts.status}
          value={state.get('status')}
          onChoose={(status) => state.set({ status })}
          names={words.enums.receiptStatus}
        />
        <Choice
          label={t.receipts.year}
          value={state.get('year')}
          onChoose={(year) => state.set({ year })}
          names={yearsUntil(new Date())}
        />
      </FilterBar>
      <List
        query={query}
        of={(data) => data.receipts}
        columns={columns}
        label={t.receipts.list}
        what={t.receipts.what}
        empty={<NoReceipts state={state} />}
      />
    </div>
  );
}

function NoReceipts({ state }: { state: SearchState }) {
  const { t } = useWords();
  if (!state.narrowed(filterNames)) {
    return <Empty title={t.receipts.noneTitle} text={t.receipts.noneText} icon={<ReceiptIcon size={26} />} />;
  }
  return <NoneFound words={t.receipts} state={state} names={filterNames} />;
}

/** Receipts carry the organisation's number as soon as there is one; until then whoever can add it is told. */
function NoTaxNumber() {
  const { t } = useWords();
  const { data } = useRead(ownNumberQuery, {});
  const own = data?.beneficiaries.find(({ kind }) => kind === 'OWN');
  if (!own || own.registrationNumber) return null;
  return (
    <Alert color="amber" icon={<AlertIcon />} mb="lg" title={t.receipts.noTaxNumber}>
      <Link to={`/beneficiaries/${own.id}`}>{t.receipts.addTaxNumber}</Link>
    </Alert>
  );
}
