import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { graphql, type ResultOf } from '@upstander/api-client';
import { ListTime, type Column } from '../parts/lists/column';
import { List } from '../parts/lists/list';
import { ConfirmChange } from '../parts/ui/confirm';
import { CheckIcon } from '../parts/ui/icons';
import { Section } from '../parts/ui/section';
import { RowButton } from '../parts/ui/row-button';
import { useWords } from '../words/words';

const fraudWarningsQuery = graphql(`
  query FraudWarnings($open: Boolean) {
    fraudWarnings(open: $open) {
      id
      giftId
      donorName
      campaignTitle
      amount {
        amountMinor
        currency
      }
      fraudType
      warnedAt
      handledAt
      handledBy
      handledNote
    }
  }
`);

const handleFraudWarningMutation = graphql(`
  mutation HandleFraudWarning($input: HandleFraudWarningInput!) {
    handleFraudWarning(input: $input) {
      id
    }
  }
`);

type Warning = ResultOf<typeof fraudWarningsQuery>['fraudWarnings'][number];

export function FraudWarnings({ showsAll }: { showsAll: boolean }) {
  const { t, labels } = useWords('disputes');
  const [openWarning, setOpenWarning] = useState<Warning | null>(null);
  const types: Record<string, string> = labels.fraudTypes;
  const handledColumn: Column<Warning> = {
    key: 'handled',
    header: labels.outcome,
    render: ({ handledAt, handledBy }) =>
      handledAt && <ListTime at={handledAt} wrap={(when) => labels.handledBy({ name: handledBy ?? '', when })} />,
    secondary: ({ handledNote }) => handledNote,
  };
  return (
    <Section title={labels.warningsTitle} lead={labels.warningsLead} hasSpaceAbove>
      <List
        name="warnings"
        document={fraudWarningsQuery}
        variables={{ open: showsAll ? null : true }}
        path="fraudWarnings"
        labels={{ list: labels.warnings, what: labels.warnings }}
        emptyState={{ title: labels.noWarnings, icon: <CheckIcon size={26} /> }}
        columns={[
          {
            key: 'donorName',
            header: t.common.donor,
            linkTo: ({ giftId }) => `/gifts/${giftId}`,
            secondary: ({ campaignTitle }) => campaignTitle,
          },
          { key: 'type', header: labels.warning, render: ({ fraudType }) => types[fraudType] ?? labels.otherWarning },
          { key: 'warnedAt', header: labels.warnedAt },
          ...(showsAll ? [handledColumn] : []),
          { key: 'amount', header: t.common.amount, mobile: 'corner' },
        ]}
        rowActions={(warning) =>
          !warning.handledAt && (
            <>
              <Button
                component={Link}
                to={`/gifts/${warning.giftId}?refund=fraud`}
                size="compact-sm"
                aria-label={labels.refundFor({ name: warning.donorName })}
              >
                {t.common.refund}
              </Button>
              <RowButton
                label={labels.handle}
                ariaLabel={labels.handleFor({ name: warning.donorName })}
                onClick={() => setOpenWarning(warning)}
              />
            </>
          )
        }
      />
      {openWarning && (
        <ConfirmChange
          onClose={() => setOpenWarning(null)}
          title={labels.handleTitle}
          text={labels.handleText}
          reason={{ label: t.common.noteForColleagues, required: true }}
          submitLabel={labels.handle}
          mutation={handleFraudWarningMutation}
          variables={(note) => ({ input: { id: openWarning.id, note } })}
          successMessage={labels.handled}
        />
      )}
    </Section>
  );
}
