import { Button } from '@mantine/core';
import { models, phoneText } from '@upstander/web-kit';
import { useState } from 'react';
import { useChange } from '../api/use-api';
import { Form } from '../parts/forms/form';
import { FormField } from '../parts/forms/form-field';
import { useModelForm } from '../parts/forms/use-model-form';
import { ConfirmChange } from '../parts/ui/confirm';
import { Dialog } from '../parts/ui/dialog';
import { Section } from '../parts/ui/section';
import { useWords } from '../words/words';
import { addContactMutation, deleteContactMutation, updateContactMutation, type AskDetails } from './queries';
import { Removable } from './removable';
import classes from './schools.module.css';

type Contact = AskDetails['contacts'][number];

export function AskContacts({ ask }: { ask: AskDetails }) {
  const labels = useWords('schools').t.schools;
  const [editing, setEditing] = useState<Contact | 'new' | null>(null);
  const [deleting, setDeleting] = useState<Contact | null>(null);
  const known = editing === 'new' ? undefined : (editing ?? undefined);
  return (
    <Section
      title={labels.people}
      hasSpaceAbove
      actions={
        <Button variant="default" size="compact-md" onClick={() => setEditing('new')}>
          {labels.addContact}
        </Button>
      }
    >
      {ask.contacts.length === 0 && <p className={classes.none}>{labels.noPeople}</p>}
      <ul className={classes.parts} aria-label={labels.people}>
        {ask.contacts.map((contact) => (
          <Removable
            key={contact.id}
            label={labels.deleteContact({ name: contact.name })}
            onRemove={() => setDeleting(contact)}
          >
            <strong>{contact.name}</strong>
            <span className={classes.quiet}>
              {[contact.role, contact.email, contact.phone && phoneText(contact.phone)].filter(Boolean).join(' · ')}
            </span>
            <Button variant="subtle" size="compact-xs" onClick={() => setEditing(contact)}>
              {labels.editContact({ name: contact.name })}
            </Button>
          </Removable>
        ))}
      </ul>
      <Dialog
        opened={editing !== null}
        onClose={() => setEditing(null)}
        title={known ? labels.editContact({ name: known.name }) : labels.addContact}
      >
        <ContactForm askId={ask.id} contact={known} onDone={() => setEditing(null)} />
      </Dialog>
      {deleting && (
        <ConfirmChange
          opened
          onClose={() => setDeleting(null)}
          title={labels.deleteContact({ name: deleting.name })}
          text={labels.deleteContactText}
          submitLabel={labels.deleteContact({ name: deleting.name })}
          pendingLabel={labels.deleting}
          mutation={deleteContactMutation}
          variables={() => ({ id: deleting.id })}
          successMessage={labels.contactDeleted}
        />
      )}
    </Section>
  );
}

function ContactForm({ askId, contact, onDone }: { askId: string; contact: Contact | undefined; onDone: () => void }) {
  const labels = useWords('schools').t.schools;
  const add = useChange(addContactMutation, { quiet: true, success: () => labels.contactAdded, onDone });
  const update = useChange(updateContactMutation, { quiet: true, success: () => labels.contactSaved, onDone });
  const form = useModelForm(models.SchoolContactInput, contact ?? null, {
    labels: labels,
    change: contact ? update : add,
    send: (input) => (contact ? update.mutate({ id: contact.id, input }) : add.mutate({ id: askId, input })),
  });
  return (
    <Form
      form={form}
      submitLabel={contact ? labels.saveContact : labels.addContact}
      pendingLabel={contact ? labels.planSaving : labels.addingContact}
      onCancel={onDone}
    >
      <FormField form={form} name="name" autoFocus />
      <FormField form={form} name="role" />
      <FormField form={form} name="email" />
      <FormField form={form} name="phone" />
    </Form>
  );
}
