import { useState } from 'react';
import { useParams } from 'react-router';
import { useChange } from '../api/use-api';
import { useSealedRead } from '../api/use-sealed';
import { PageHeader } from '../parts/page-header';
import { PersonTalk } from '../parts/record/person-talk';
import { useLook } from '../parts/record/use-look';
import { RecordActions, type Step } from '../parts/record/record-actions';
import { RecordFacts } from '../parts/record/record-facts';
import { RecordGate } from '../parts/record/record-gate';
import { RecordHolder } from '../parts/record/record-holder';
import classes from '../parts/record/record.module.css';
import { SafeContact } from '../parts/record/safe-contact';
import { Section } from '../parts/section';
import { StatusBadge } from '../parts/status-badge';
import { useWords } from '../words/words';
import { Consents } from './consents';
import { IntroductionPart } from './introduction';
import { applicationQuery, closeMutation, takeMutation, type Application } from './queries';

/** One application, opened. Its window has a neutral name: a title is written into histories. */
export function ApplicationShow() {
  const { t } = useWords();
  const { id = '' } = useParams();
  return <Opened key={id} id={id} back={{ to: '/applications', label: t.applications.title }} />;
}

function Opened({ id, back }: { id: string; back: { to: string; label: string } }) {
  const { t } = useWords();
  const [reason, setReason] = useState<string | null>(null);
  const { query, put } = useSealedRead(applicationQuery, { id, reason });
  const take = useChange(takeMutation, {
    quiet: true,
    sealed: true,
    success: () => t.advocacy.record.taken,
    onDone: ({ takeApplication }) => put({ sealedApplication: takeApplication }),
  });
  const look = useLook(query);
  const taking: Step = {
    run: () => take.mutate({ id, reason }),
    pending: take.isPending,
    error: take.error,
  };
  return (
    <RecordGate
      query={query}
      of={({ sealedApplication }) => sealedApplication}
      title={t.applications.application}
      back={back}
      take={taking}
      onReason={setReason}
    >
      {(application) => (
        <Whole
          application={application}
          back={back}
          take={taking}
          onChange={(changed) => put({ sealedApplication: changed })}
          onLook={look}
          looking={query.isFetching}
        />
      )}
    </RecordGate>
  );
}

interface WholeProps {
  application: Application;
  back: { to: string; label: string };
  take: Step;
  onChange: (application: Application) => void;
  onLook: () => void;
  looking: boolean;
}

function Whole({ application, back, take, onChange, onLook, looking }: WholeProps) {
  const { t } = useWords();
  const words = t.applications;
  const { id } = application;
  const close = useChange(closeMutation, {
    quiet: true,
    sealed: true,
    success: () => t.advocacy.record.closed,
    onDone: ({ closeApplication }) => onChange(closeApplication),
  });
  return (
    <div>
      <PageHeader
        title={application.nameToUse}
        windowTitle={words.application}
        lead={words.wants(application.opportunityTitle, application.businessName)}
        back={back}
        badge={<StatusBadge kind="recordStatus" status={application.status} />}
      >
        <RecordActions
          kind="APPLICATION"
          record={application}
          take={take}
          close={{
            run: (done) => close.mutate({ id }, { onSuccess: done }),
            pending: close.isPending,
            error: close.error,
          }}
          onChanged={(change) => onChange({ ...application, ...(change as Partial<Application>) })}
        />
      </PageHeader>
      <div className={classes.layout}>
        <div className={classes.contact}>
          <SafeContact contact={application.safeContact} />
        </div>
        <div className={classes.main}>
          <RecordHolder record={application} />
          {application.note && (
            <Section title={words.note}>
              <p className={classes.written}>{application.note}</p>
            </Section>
          )}
          <PersonTalk
            kind="APPLICATION"
            record={application}
            onWritten={(message) => onChange({ ...application, messages: [...application.messages, message] })}
            onLook={onLook}
            looking={looking}
          />
          <Consents application={application} onChange={onChange} />
          <IntroductionPart application={application} onChange={onChange} />
        </div>
        <div className={classes.facts}>
          <RecordFacts
            record={application}
            more={[{ label: words.how, value: application.byAdvocate ? words.byAdvocate : words.bySelf }]}
          />
        </div>
      </div>
    </div>
  );
}
