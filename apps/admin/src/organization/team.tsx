import { Button, Text } from '@mantine/core';
import { initials } from '@upstander/web-kit';
import { useState } from 'react';
import { useRead } from '../api/use-api';
import { ConfirmChange } from '../parts/ui/confirm';
import { Dialog } from '../parts/ui/dialog';
import { PlusIcon } from '../parts/ui/icons';
import { Pending } from '../parts/ui/pending';
import { Section } from '../parts/ui/section';
import { Portrait } from '../parts/photos/page-photo';
import { RowButton } from '../parts/ui/row-button';
import { useWords } from '../words/words';
import classes from './organization.module.css';
import { deleteTeamMemberMutation, teamQuery, type TeamMember } from './team-queries';
import { TeamMemberForm } from './team-member-form';

/** The people under “About” and on the home page. */
export function Team() {
  const { common, team: labels } = useWords('team').t;
  const { data, error, refetch } = useRead(teamQuery, {});
  const [openMember, setOpenMember] = useState<TeamMember | 'new' | null>(null);
  const [memberToRemove, setMemberToRemove] = useState<TeamMember | null>(null);
  const close = () => setOpenMember(null);
  const title = openMember === 'new' || !openMember ? common.addPerson : labels.editTitle({ name: openMember.name });
  return (
    <Section
      title={labels.title}
      lead={labels.lead}
      hasSpaceAbove
      actions={
        <Button variant="default" leftSection={<PlusIcon />} onClick={() => setOpenMember('new')}>
          {common.addPerson}
        </Button>
      }
    >
      {!data && <Pending error={error} retry={refetch} noun={labels.title} lines={3} />}
      {data && <Members data={data} onEdit={setOpenMember} onRemove={setMemberToRemove} />}
      <Dialog opened={openMember !== null} onClose={close} title={title}>
        <TeamMemberForm member={openMember === 'new' ? null : openMember} onDone={close} />
        {openMember && openMember !== 'new' && <Portrait page={`/about#${openMember.id}`} name={openMember.name} />}
      </Dialog>
      {memberToRemove && (
        <ConfirmChange
          onClose={() => setMemberToRemove(null)}
          title={labels.removeTitle({ name: memberToRemove.name })}
          text={labels.removeText}
          submitLabel={common.remove}
          pendingLabel={common.removing}
          mutation={deleteTeamMemberMutation}
          variables={() => ({ id: memberToRemove.id })}
          successMessage={labels.removed({ name: memberToRemove.name })}
        />
      )}
    </Section>
  );
}

interface MembersProps {
  data: {
    managedTeamMembers: readonly TeamMember[];
    photos: ReadonlyArray<{ part: string | null; portraitUrl: string }>;
  };
  onEdit: (member: TeamMember) => void;
  onRemove: (member: TeamMember) => void;
}

function Members({ data: { managedTeamMembers: members, photos }, onEdit, onRemove }: MembersProps) {
  const { t, labels, words, locale } = useWords('team');
  if (members.length === 0) return <Text c="dimmed">{labels.none}</Text>;
  return (
    <ul className={classes.people} aria-label={labels.title}>
      {members.map((member) => {
        const { id, name, roleEn, roleEs, group } = member;
        const portrait = photos.find(({ part }) => part === id);
        return (
          <li key={id}>
            {portrait ? (
              <img src={portrait.portraitUrl} alt="" className={classes.portrait} />
            ) : (
              <span className={classes.portrait} aria-hidden="true">
                {initials(name)}
              </span>
            )}
            <div>
              <Text fw={600}>{name}</Text>
              <Text size="sm" c="dimmed">
                {locale === 'es' ? roleEs : roleEn} · {words.enums.teamGroup[group]}
              </Text>
            </div>
            <div className={classes.actions}>
              <RowButton label={t.common.edit} ariaLabel={labels.editTitle({ name })} onClick={() => onEdit(member)} />
              <RowButton
                label={t.common.remove}
                ariaLabel={labels.removeTitle({ name })}
                onClick={() => onRemove(member)}
              />
            </div>
          </li>
        );
      })}
    </ul>
  );
}
