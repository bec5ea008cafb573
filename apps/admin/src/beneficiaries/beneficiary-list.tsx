import { Alert, Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { listText } from '@upstander/web-kit';
import { useRead } from '../api/use-api';
import { ListPage } from '../parts/lists/list-page';
import { Dialog } from '../parts/ui/dialog';
import { HandsIcon, InfoIcon, PlusIcon } from '../parts/ui/icons';
import { useWords } from '../words/words';
import { AddForm } from './add-form';
import classes from './beneficiaries.module.css';
import { beneficiariesQuery, type Beneficiary } from './queries';
import { ReadyBadge } from './ready-badge';

export function BeneficiaryList() {
  const { t, labels, words } = useWords('beneficiaries');
  const [isAdding, { open, close }] = useDisclosure(false);
  const mode = useRead(beneficiariesQuery, {}).data?.fundraisingMode;
  return (
    <ListPage
      name="beneficiaries"
      labels={labels}
      buttons={
        mode === 'NAMED_BENEFICIARIES' && (
          <Button leftSection={<PlusIcon />} onClick={open}>
            {labels.add}
          </Button>
        )
      }
      header={
        mode && (
          <Alert color="evergreen" icon={<InfoIcon />} mb="lg">
            {labels.modes[mode]} {labels.modeHint}
          </Alert>
        )
      }
      document={beneficiariesQuery}
      variables={{}}
      path="beneficiaries"
      emptyState={{ title: labels.title, icon: <HandsIcon size={26} /> }}
      columns={[
        {
          key: 'name',
          header: labels.name,
          linkTo: ({ id }) => `/beneficiaries/${id}`,
          secondary: ({ kind }) => words.enums.beneficiaryKind[kind],
        },
        { key: 'registrationNumber', header: labels.registrationNumber },
        {
          key: 'duties',
          header: labels.duties,
          mobile: 'plain',
          render: (row) => (
            <span className={classes.small}>
              {row.kind === 'OWN' ? labels.ownNothing : <Duties beneficiary={row} />}
            </span>
          ),
        },
        { key: 'ready', header: t.common.gifts, mobile: 'plain', render: (row) => <ReadyBadge beneficiary={row} /> },
      ]}
    >
      <Dialog opened={isAdding} onClose={close} title={labels.add}>
        <AddForm onDone={close} />
      </Dialog>
    </ListPage>
  );
}

function Duties({ beneficiary }: { beneficiary: Beneficiary }) {
  const { labels, locale } = useWords('beneficiaries');
  if (beneficiary.missing.length > 0) {
    return labels.missing({
      duties: listText(
        locale,
        beneficiary.missing.map((duty) => labels.duty[duty]),
      ),
    });
  }
  const dueCount = beneficiary.duties.filter((duty) => duty.due).length;
  return dueCount > 0 ? labels.dueSoon({ count: dueCount }) : labels.allKept;
}
