import { Button } from '@mantine/core';
import { useState } from 'react';
import { useChange } from '../api/use-api';
import { useIdempotencyKey } from '../api/use-same-key';
import { Dialog } from '../parts/ui/dialog';
import { Conversation } from '../parts/record/conversation';
import { useLines } from '../parts/record/person-talk';
import { canEdit } from '../parts/record/sealed-record';
import { Section } from '../parts/ui/section';
import { Badge } from '../parts/ui/status-badge';
import { formatDateTime } from '../parts/ui/dates';
import { useWords } from '../words/words';
import { SharedApplicantData } from './shared-applicant-data';
import classes from './applications.module.css';
import { IntroduceForm } from './introduce-form';
import { writeToBusinessMutation, type Application, type Introduction } from './queries';

interface IntroductionPartProps {
  application: Application;
  onChange: (application: Application) => void;
}

export function IntroductionPart({ application, onChange }: IntroductionPartProps) {
  const { t } = useWords('applications');
  const labels = t.applications.introduction;
  const { introduction, liveConsent } = application;
  if (introduction)
    return <IntroductionDetails application={application} introduction={introduction} onChange={onChange} />;
  if (!canEdit(application)) return null;
  return (
    <Section title={labels.title}>
      <p className={classes.none}>
        {!canBeIntroduced(application) ? labels.closed : liveConsent ? labels.ready : labels.needsConsent}
      </p>
      <IntroduceButton application={application} onChange={onChange} />
    </Section>
  );
}

/** Shown only with a valid consent. */
function IntroduceButton({ application, onChange }: IntroductionPartProps) {
  const { t } = useWords('applications');
  const labels = t.applications.introduction;
  const [isOpen, setIsOpen] = useState(false);
  const consent = canBeIntroduced(application) && application.consents.find(({ state }) => state === 'LIVE');
  const close = () => setIsOpen(false);
  if (!consent || !canEdit(application)) return null;
  return (
    <>
      <Button variant={application.introduction ? 'default' : 'filled'} onClick={() => setIsOpen(true)}>
        {application.introduction ? labels.update : labels.introduce}
      </Button>
      <Dialog
        opened={isOpen}
        onClose={close}
        title={labels.introduceTo({ business: application.businessName })}
        size="lg"
      >
        <IntroduceForm
          application={application}
          consent={consent}
          onDone={(updated) => {
            close();
            onChange(updated);
          }}
          onCancel={close}
        />
      </Dialog>
    </>
  );
}

/** A first introduction needs an open opportunity, later ones an approved business. */
function canBeIntroduced({ introduction, state }: Application): boolean {
  return introduction ? state?.businessStatus === 'APPROVED' : (state?.isOpen ?? false);
}

interface IntroductionMadeProps extends IntroductionPartProps {
  introduction: Introduction;
}

function IntroductionDetails({ application, introduction, onChange }: IntroductionMadeProps) {
  const { t, words, locale } = useWords('applications');
  const labels = t.applications.introduction;
  const lines = useLines(introduction.messages);
  const keyFor = useIdempotencyKey();
  const write = useChange(writeToBusinessMutation, { quiet: true, sealed: true });
  const { answer } = introduction;
  const isApproved = application.state?.businessStatus === 'APPROVED';
  const isHidden = !application.liveConsent || !isApproved;
  return (
    <Section
      title={labels.title}
      lead={labels.madeOn({ when: formatDateTime(locale, introduction.createdAt) })}
      actions={
        <Badge tone={answer === 'INTERESTED' ? 'good' : answer ? 'calm' : 'warn'}>
          {answer ? words.enums.introductionAnswer[answer] : labels.noAnswer}
        </Badge>
      }
    >
      {isHidden && <p className={classes.ended}>{isApproved ? labels.hidden : labels.stopped}</p>}
      <SharedApplicantData
        businessName={introduction.businessName}
        opportunityTitle={application.opportunityTitle}
        alias={introduction.alias}
        shares={introduction.shares}
        availability={introduction.availability ?? ''}
        when={isHidden ? 'past' : 'now'}
      />
      <div className={classes.again}>
        <IntroduceButton application={application} onChange={onChange} />
      </div>
      <h3 className={classes.talkTitle}>{labels.withBusiness}</h3>
      <Conversation
        label={labels.withBusiness}
        lines={lines}
        emptyText={t.shared.noMessagesYet}
        write={
          isHidden || !canEdit(application)
            ? undefined
            : {
                label: labels.write,
                hint: labels.writeHint,
                submit: labels.send,
                pending: write.isPending,
                error: write.error,
                onSend: (body, sent) => {
                  const input = { introductionId: introduction.id, body };
                  write.mutate(
                    { input: { ...input, idempotencyKey: keyFor(input) } },
                    {
                      onSuccess: ({ writeToBusiness }) => {
                        sent();
                        write.reset();
                        const messages = [...introduction.messages, writeToBusiness];
                        onChange({ ...application, introduction: { ...introduction, messages } });
                      },
                    },
                  );
                },
              }
        }
      />
    </Section>
  );
}
