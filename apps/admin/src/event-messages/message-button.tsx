import { Button, type ButtonProps } from '@mantine/core';
import { Link } from 'react-router';
import { MailIcon } from '../parts/ui/icons';
import { useEventAccess } from '../session/use-event-access';
import { messageLink, type AudienceKind } from './audience-link';

interface MessageButtonProps extends ButtonProps {
  event: { id: string; series?: { id: string } | null };
  audience?: AudienceKind;
  shiftId?: string;
  /** Sign-ups selected in the roster. */
  signupIds?: readonly string[];
}

/** Opens the form for a message to people of an event, for users who may send one. */
export function MessageButton({ event, audience, shiftId, signupIds, ...props }: MessageButtonProps) {
  if (!useEventAccess(event).canManage('MESSAGES')) return null;
  return (
    <Button
      variant="default"
      leftSection={<MailIcon />}
      {...props}
      component={Link}
      to={messageLink(event.id, audience, shiftId)}
      state={signupIds && { signupIds }}
    />
  );
}
