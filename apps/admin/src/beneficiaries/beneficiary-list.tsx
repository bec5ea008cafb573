import { Alert, Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { listText } from '@upstander/web-kit';
import { Link } from 'react-router';
import { useRead } from '../api/use-api';
import cells from '../parts/lists/cells.module.css';
import { DataTable, type Column } from '../parts/lists/data-table';
import { Dialog } from '../parts/ui/dialog';
import { Failure } from '../parts/ui/failure';
import { InfoIcon, PlusIcon } from '../parts/ui/icons';
import { Loading } from '../parts/ui/loading';
import { PageHeader } from '../parts/ui/page-header';
import { useWords } from '../words/words';
import { AddForm } from './add-form';
import classes from './beneficiaries.module.css';
import { beneficiariesQuery, type Beneficiary } from './queries';
import { ReadyBadge } from './ready-badge';

/** Who gets the money, and whether gifts may be taken for each. */
export function BeneficiaryList() {
  const { t } = useWords();
  const words = t.beneficiaries;
  const { data, error, refetch } = useRead(beneficiariesQuery, {});
  const [adding, { open, close }] = useDisclosure(false);
  const columns = useBeneficiaryColumns();
  return (
    <div>
      <PageHeader title={words.title} lead={words.lead}>
        {data?.fundraisingMode === 'NAMED_BENEFICIARIES' && (
          <Button leftSection={<PlusIcon />} onClick={open}>
            {words.add}
          </Button>
        )}
      </PageHeader>
      {error && !data && <Failure error={error} retry={() => void refetch()} />}
      {!data && !error && <Loading what={words.what} />}
      {data && (
        <>
          <Alert color="evergreen" icon={<InfoIcon />} mb="lg">
            {words.modes[data.fundraisingMode]} {words.modeHint}
          </Alert>
          <DataTable label={words.list} rows={data.beneficiaries} columns={columns} idOf={({ id }) => id} />
        </>
      )}
      <Dialog opened={adding} onClose={close} title={words.add}>
        <AddForm onDone={close} />
      </Dialog>
    </div>
  );
}

function useBeneficiaryColumns(): ReadonlyArray<Column<Beneficiary>> {
  const { t, words: all } = useWords();
  const words = t.beneficiaries;
  return [
    {
      key: 'name',
      header: words.name,
      onCard: 'title',
      cell: (row) => (
        <>
          <Link to={`/beneficiaries/${row.id}`} className={cells.title} data-cover>
            {row.name}
          </Link>
          <span className={cells.meta}>{all.enums.beneficiaryKind[row.kind]}</span>
        </>
      ),
    },
    { key: 'number', header: words.registration, cell: (row) => row.registrationNumber },
    {
      key: 'duties',
      header: words.duties,
      onCard: 'plain',
      width: '38%',
      cell: (row) => (
        <span className={classes.small}>{row.kind === 'OWN' ? words.ownNothing : <Duties of={row} />}</span>
      ),
    },
    {
      key: 'ready',
      header: words.readiness,
      onCard: 'plain',
      cell: (row) => <ReadyBadge beneficiary={row} />,
    },
  ];
}

function Duties({ of }: { of: Beneficiary }) {
  const { t, locale } = useWords();
  const words = t.beneficiaries;
  if (of.missing.length > 0) {
    return words.missing({
      duties: listText(
        locale,
        of.missing.map((duty) => words.duty[duty]),
      ),
    });
  }
  const due = of.duties.filter((duty) => duty.due).length;
  return due > 0 ? words.dueSoon({ count: due }) : words.allKept;
}
