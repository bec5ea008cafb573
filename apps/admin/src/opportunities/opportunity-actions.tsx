import { Button, Menu } from '@mantine/core';
import { useState } from 'react';
import { DotsIcon, EyeIcon } from '../parts/ui/icons';
import { ReasonDialog } from '../parts/ui/reason-dialog';
import { useWords } from '../words/words';
import { reasonMutations, type Opportunity, type ReasonStep } from './queries';

export function OpportunityActions({ opportunity }: { opportunity: Opportunity }) {
  const { common, opportunities: words } = useWords('opportunities').t;
  const [reasonStep, setReasonStep] = useState<ReasonStep | null>(null);
  const { id, slug, status, isShown } = opportunity;
  if (status !== 'PUBLISHED' && status !== 'EXPIRING') return null;
  return (
    <>
      {isShown && (
        <Button variant="default" leftSection={<EyeIcon />} component="a" href={`/opportunities/${slug}`}>
          {words.publicPage}
        </Button>
      )}
      <Menu>
        <Menu.Target>
          <Button variant="default" aria-label={common.moreActions} px={8}>
            <DotsIcon />
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => setReasonStep('takeDown')}>{words.takeDown}</Menu.Item>
          <Menu.Item c="var(--u-clay)" onClick={() => setReasonStep('refuse')}>
            {common.decline}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <ReasonDialog
        id={id}
        step={reasonStep}
        mutations={reasonMutations}
        words={words.steps}
        onClose={() => setReasonStep(null)}
      />
    </>
  );
}
