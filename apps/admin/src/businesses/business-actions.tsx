import { Button, Menu } from '@mantine/core';
import { useState } from 'react';
import { ConfirmChange } from '../parts/ui/confirm';
import { DotsIcon, LinkIcon } from '../parts/ui/icons';
import { ReasonDialog } from '../parts/ui/reason-dialog';
import { useWords } from '../words/words';
import { reasonMutations, reinstateMutation, type Business, type ReasonStep } from './queries';

export function BusinessActions({ business }: { business: Business }) {
  const { common, businesses: words } = useWords('businesses').t;
  const [reasonStep, setReasonStep] = useState<ReasonStep | 'reinstate' | null>(null);
  const close = () => setReasonStep(null);
  const { id, status, website } = business;
  return (
    <>
      <Menu>
        <Menu.Target>
          <Button variant="default" aria-label={common.moreActions} px={8}>
            <DotsIcon />
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<LinkIcon />}
            component="a"
            href={website}
            target="_blank"
            rel="noopener noreferrer nofollow"
          >
            {words.openWebsite}
          </Menu.Item>
          {(status === 'APPROVED' || status === 'LAPSED') && (
            <Menu.Item c="var(--u-clay)" onClick={() => setReasonStep('suspend')}>
              {words.suspend}
            </Menu.Item>
          )}
          {(status === 'SUSPENDED' || status === 'REFUSED') && (
            <Menu.Item onClick={() => setReasonStep('reinstate')}>{words.reinstate}</Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      <ReasonDialog
        id={id}
        step={reasonStep === 'reinstate' ? null : reasonStep}
        mutations={reasonMutations}
        words={words.steps}
        onClose={close}
      />
      <Reinstate id={id} opened={reasonStep === 'reinstate'} onClose={close} />
    </>
  );
}

function Reinstate({ id, opened, onClose }: { id: string; opened: boolean; onClose: () => void }) {
  const { businesses: words } = useWords('businesses').t;
  const labels = words.steps.reinstate;
  return (
    <ConfirmChange
      opened={opened}
      onClose={onClose}
      title={labels.title}
      text={labels.text}
      submitLabel={labels.submit}
      tone="good"
      mutation={reinstateMutation}
      variables={() => ({ input: { id } })}
      successMessage={labels.done}
    />
  );
}
