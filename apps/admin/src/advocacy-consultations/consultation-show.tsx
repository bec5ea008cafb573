import { languageName } from '@upstander/web-kit';
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
import { StatusBadge } from '../parts/status-badge';
import { useWords } from '../words/words';
import { About } from './about';
import { Appointment } from './appointment';
import { Conflict } from './conflict';
import { closeMutation, consultationQuery, takeMutation, type Consultation } from './queries';

/** One consultation, opened. Its window has a neutral name: a title is written into histories. */
export function ConsultationShow() {
  const { t } = useWords();
  const { id = '' } = useParams();
  return <Opened key={id} id={id} back={{ to: '/consultations', label: t.consultations.title }} />;
}

function Opened({ id, back }: { id: string; back: { to: string; label: string } }) {
  const { t } = useWords();
  const [reason, setReason] = useState<string | null>(null);
  const { query, put } = useSealedRead(consultationQuery, { id, reason });
  const take = useChange(takeMutation, {
    quiet: true,
    sealed: true,
    success: () => t.advocacy.record.taken,
    onDone: ({ takeConsultation }) => put({ sealedConsultation: takeConsultation }),
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
      of={({ sealedConsultation }) => sealedConsultation}
      title={t.consultations.consultation}
      back={back}
      take={taking}
      onReason={setReason}
    >
      {(consultation) => (
        <Whole
          consultation={consultation}
          back={back}
          take={taking}
          onChange={(changed) => put({ sealedConsultation: changed })}
          onLook={look}
          looking={query.isFetching}
        />
      )}
    </RecordGate>
  );
}

interface WholeProps {
  consultation: Consultation;
  back: { to: string; label: string };
  take: Step;
  onChange: (consultation: Consultation) => void;
  onLook: () => void;
  looking: boolean;
}

function Whole({ consultation, back, take, onChange, onLook, looking }: WholeProps) {
  const { t, locale } = useWords();
  const words = t.consultations;
  const { id, interpreterLanguage } = consultation;
  const close = useChange(closeMutation, {
    quiet: true,
    sealed: true,
    success: () => t.advocacy.record.closed,
    onDone: ({ closeConsultation }) => onChange(closeConsultation),
  });
  return (
    <div>
      <PageHeader
        title={consultation.nameToUse}
        windowTitle={words.consultation}
        lead={words.wants}
        back={back}
        badge={<StatusBadge kind="recordStatus" status={consultation.status} />}
      >
        <RecordActions
          kind="CONSULTATION"
          record={consultation}
          take={take}
          close={{
            run: (done) => close.mutate({ id }, { onSuccess: done }),
            pending: close.isPending,
            error: close.error,
          }}
          onChanged={(change) => onChange({ ...consultation, ...(change as Partial<Consultation>) })}
        />
      </PageHeader>
      <div className={classes.layout}>
        <div className={classes.contact}>
          <SafeContact contact={consultation.safeContact} />
        </div>
        <div className={classes.main}>
          <RecordHolder record={consultation} />
          <About consultation={consultation} />
          <Appointment consultation={consultation} onChange={onChange} />
          <PersonTalk
            kind="CONSULTATION"
            record={consultation}
            onWritten={(message) => onChange({ ...consultation, messages: [...consultation.messages, message] })}
            onLook={onLook}
            looking={looking}
          />
          <Conflict consultation={consultation} onChange={onChange} />
        </div>
        <div className={classes.facts}>
          <RecordFacts
            record={consultation}
            more={[
              {
                label: words.interpreter,
                value: interpreterLanguage
                  ? words.interpreterFor(languageName(locale, interpreterLanguage))
                  : consultation.interpreter && words.interpreterWanted,
              },
            ]}
          />
        </div>
      </div>
    </div>
  );
}
