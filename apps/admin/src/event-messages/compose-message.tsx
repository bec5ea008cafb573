import { Button, Radio, Stack, Text } from '@mantine/core';
import { isRefusal } from '@upstander/api-client';
import { models, zoneName, type AdminCatalog } from '@upstander/web-kit';
import { useState } from 'react';
import { useLocation, useNavigate, useParams, useSearchParams } from 'react-router';
import { useChange, useRead } from '../api/use-api';
import { EventMissing } from '../parts/ui/event-missing';
import { Form, useModelForm } from '../parts/forms/form';
import { FormField } from '../parts/forms/form-field';
import { SendIcon } from '../parts/ui/icons';
import { Pending } from '../parts/ui/pending';
import { PageHeader } from '../parts/ui/page-header';
import { useWords } from '../words/words';
import { AudienceChoice } from './audience-choice';
import { includesParticipants, participantKinds, volunteerKinds } from './audience-link';
import classes from './event-messages.module.css';
import { FieldChips, messageFields } from './field-chips';
import { audienceQuery, composeQuery, sendMessageMutation, testMessageMutation } from './queries';
import type { Audience, MessageEvent } from './queries';

export function ComposeMessage() {
  const { t } = useWords('eventMessages', 'events');
  const { id = '' } = useParams();
  const { data, error, refetch } = useRead(composeQuery, { id });
  const event = data?.manageEvent;
  if ((data && !event) || isRefusal(error, 'NOT_FOUND')) return <EventMissing />;
  if (!event) return <Pending error={error} retry={refetch} noun={t.events.show.what} />;
  return (
    <div className={classes.page}>
      <PageHeader
        title={t.eventMessages.composeTitle}
        lead={event.title}
        back={{ to: `/events/${event.id}`, label: t.common.backToEvent }}
      />
      <ComposeForm event={event} hasParticipants={data.manageRegistrations.form !== null} />
    </div>
  );
}

function ComposeForm({ event, hasParticipants }: { event: MessageEvent; hasParticipants: boolean }) {
  const { t, labels, locale } = useWords('eventMessages');
  const navigate = useNavigate();
  const [audience, setAudience] = useState(useFirstAudience(event, hasParticipants));
  const { data } = useRead(audienceQuery, { eventId: event.id, audience });
  const [hasSpanish, setHasSpanish] = useState(false);
  const [isLater, setIsLater] = useState(false);
  const send = useChange(sendMessageMutation, {
    quiet: true,
    onDone: ({ sendEventMessage }) => void navigate(`/events/${event.id}/messages/${sendEventMessage.id}`),
  });
  const test = useChange(testMessageMutation, {
    success: ({ testEventMessage }) => labels.testSent({ email: testEventMessage.email }),
  });
  const form = useModelForm(models.SendEventMessageInput, null, {
    omit: ['eventId', 'audience', 'idempotencyKey'],
    required: [...(hasSpanish ? [] : (['subject', 'body'] as const)), ...(isLater ? (['sendAtLocal'] as const) : [])],
    labels,
    change: send,
    send: (message, keyFor) => {
      const sendAtLocal = isLater ? message.sendAtLocal : null;
      const input = { ...message, sendAtLocal, eventId: event.id, audience };
      send.mutate({ input: { ...input, idempotencyKey: keyFor(input) } });
    },
  });
  const { subject, body, subjectEs, bodyEs } = form.values;
  const people = data?.eventAudience.people;
  const fields = includesParticipants(audience.kind) ? messageFields.filter((name) => name !== 'shift') : messageFields;
  return (
    <Form
      form={form}
      submitLabel={people === undefined ? t.common.send : labels.sendTo({ count: people })}
      pendingLabel={t.common.sending}
      onCancel={() => void navigate(`/events/${event.id}`)}
    >
      <AudienceChoice event={event} hasParticipants={hasParticipants} audience={audience} onChange={setAudience} />
      <FormField form={form} name="subject" autoFocus lang="en" />
      <FieldChips fields={fields} value={body} onChange={(text) => form.set('body', text)}>
        <FormField form={form} name="body" minRows={6} maxRows={16} lang="en" />
      </FieldChips>
      {hasSpanish ? (
        <>
          <FormField form={form} name="subjectEs" lang="es" autoFocus />
          <FieldChips fields={fields} value={bodyEs} onChange={(text) => form.set('bodyEs', text)}>
            <FormField form={form} name="bodyEs" minRows={6} maxRows={16} lang="es" />
          </FieldChips>
        </>
      ) : (
        <div>
          <Button variant="default" onClick={() => setHasSpanish(true)}>
            {labels.addSpanish}
          </Button>
        </div>
      )}
      <Radio.Group
        label={labels.when}
        value={isLater ? 'later' : 'now'}
        onChange={(value) => setIsLater(value === 'later')}
      >
        <Stack gap={8} mt={8}>
          <Radio value="now" label={labels.now} description={labels.nowHint} />
          <Radio value="later" label={labels.later} />
        </Stack>
      </Radio.Group>
      {isLater && (
        <FormField
          form={form}
          name="sendAtLocal"
          description={labels.zone({ zone: zoneName(locale, event.timeZone, new Date(event.startsAt)) })}
        />
      )}
      <Text c="dimmed" size="sm">
        {repliesText(labels, event, data?.eventAudience.receivesReplies ?? false)}
      </Text>
      <div>
        <Button
          variant="default"
          leftSection={<SendIcon />}
          aria-disabled={test.isPending}
          onClick={() =>
            test.isPending ||
            test.mutate({
              input: {
                eventId: event.id,
                subject: subject || null,
                body: body || null,
                subjectEs: subjectEs || null,
                bodyEs: bodyEs || null,
              },
            })
          }
        >
          {test.isPending ? t.common.sending : labels.test}
        </Button>
      </div>
    </Form>
  );
}

/** Returns the audience of the address, or the selection that the roster passed on. The default is everyone. */
function useFirstAudience({ shifts }: MessageEvent, hasParticipants: boolean): Audience {
  const [params] = useSearchParams();
  const { state } = useLocation() as { state: { signupIds?: string[] } | null };
  if (state?.signupIds && state.signupIds.length > 0) return { kind: 'SELECTED', signupIds: state.signupIds };
  const shift = params.get('shift');
  const kinds = [...volunteerKinds, ...(hasParticipants ? participantKinds : [])];
  const kind =
    kinds.find((name) => name === params.get('to')) ??
    (hasParticipants && shifts.length === 0 ? 'PARTICIPANTS' : 'EVERYONE');
  return { kind, shiftIds: shift && !includesParticipants(kind) ? [shift] : [] };
}

function repliesText(
  labels: Pick<AdminCatalog<'eventMessages'>['admin']['eventMessages'], 'repliesHere' | 'replies' | 'noReplies'>,
  { contactEmail }: MessageEvent,
  receivesReplies: boolean,
): string {
  if (receivesReplies) return labels.repliesHere;
  return contactEmail ? labels.replies({ email: contactEmail }) : labels.noReplies;
}
