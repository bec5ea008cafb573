import { Alert, Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { listText } from '@upstander/web-kit';
import { useRead } from '../api/use-api';
import { ListPage } from '../parts/lists/list-page';
import { useSearchState } from '../parts/lists/list-state';
import { Dialog } from '../parts/ui/dialog';
import { HandsIcon, InfoIcon, PlusIcon } from '../parts/ui/icons';
import { useWords } from '../words/words';
import { AddForm } from './add-form';
import classes from './beneficiaries.module.css';
import { beneficiariesQuery, type Beneficiary } from './queries';
import { ReadyBadge } from './ready-badge';

/** Who gets the money, and whether gifts may be taken for each. */
export function BeneficiaryList() {
  const { t, words } = useWords('beneficiaries');
  const state = useSearchState();
  const [adding, { open, close }] = useDisclosure(false);
  const mode = useRead(beneficiariesQuery, {}).data?.fundraisingMode;
  const say = t.beneficiaries;
  return (
    <ListPage
      name="beneficiaries"
      title={say.title}
      lead={say.lead}
      buttons={
        mode === 'NAMED_BENEFICIARIES' && (
          <Button leftSection={<PlusIcon />} onClick={open}>
            {say.add}
          </Button>
        )
      }
      above={
        mode && (
          <Alert color="evergreen" icon={<InfoIcon />} mb="lg">
            {say.modes[mode]} {say.modeHint}
          </Alert>
        )
      }
      document={beneficiariesQuery}
      state={state}
      variables={{}}
      of="beneficiaries"
      label={say.list}
      what={say.what}
      none={{ title: say.title, icon: <HandsIcon size={26} /> }}
      columns={[
        {
          key: 'name',
          header: say.name,
          to: ({ id }) => `/beneficiaries/${id}`,
          under: ({ kind }) => words.enums.beneficiaryKind[kind],
        },
        { key: 'registrationNumber', header: say.registrationNumber },
        {
          key: 'duties',
          header: say.duties,
          onCard: 'plain',
          width: '38%',
          cell: (row) => (
            <span className={classes.small}>{row.kind === 'OWN' ? say.ownNothing : <Duties of={row} />}</span>
          ),
        },
        { key: 'ready', header: say.readiness, onCard: 'plain', cell: (row) => <ReadyBadge beneficiary={row} /> },
      ]}
    >
      <Dialog opened={adding} onClose={close} title={say.add}>
        <AddForm onDone={close} />
      </Dialog>
    </ListPage>
  );
}

function Duties({ of }: { of: Beneficiary }) {
  const { t, locale } = useWords('beneficiaries');
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
