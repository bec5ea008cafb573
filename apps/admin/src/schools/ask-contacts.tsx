import { Button } from '@mantine/core';
import { models, phoneText } from '@upstander/web-kit';
import { useState } from 'react';
import { useChange } from '../api/use-api';
import { Form, useModelForm } from '../parts/forms/form';
import { FormField } from '../parts/forms/form-field';
import { ConfirmChange } from '../parts/ui/confirm';
import { Dialog } from '../parts/ui/dialog';
import { IfMayChange } from '../parts/ui/page-access';
import { Section } from '../parts/ui/section';
import { useWords } from '../words/words';
import { addContactMutation, deleteContactMutation, updateContactMutation, type AskDetails } from './queries';
import { Removable } from './removable';
import classes from './schools.module.css';

type Contact = AskDetails['contacts'][number];

export function AskContacts({ ask }: { ask: AskDetails }) {
  const { t, labels } = useWords('schools');
  const [editedContact, setEditedContact] = useState<Contact | 'new' | null>(null);
  const [contactToDelete, setContactToDelete] = useState<Contact | null>(null);
  const existing = editedContact === 'new' ? undefined : (editedContact ?? undefined);
  return (
    <Section
      title={labels.people}
      hasSpaceAbove
      actions={
        <Button variant="default" size="compact-md" onClick={() => setEditedContact('new')}>
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
            onRemove={() => setContactToDelete(contact)}
          >
            <strong>{contact.name}</strong>
            <span className={classes.quiet}>
              {[contact.role, contact.email, contact.phone && phoneText(contact.phone)].filter(Boolean).join(' · ')}
            </span>
            <IfMayChange>
              <Button variant="subtle" size="compact-xs" onClick={() => setEditedContact(contact)}>
                {t.shared.editName({ name: contact.name })}
              </Button>
            </IfMayChange>
          </Removable>
        ))}
      </ul>
      <Dialog
        opened={editedContact !== null}
        onClose={() => setEditedContact(null)}
        title={existing ? t.shared.editName({ name: existing.name }) : labels.addContact}
      >
        <ContactForm askId={ask.id} contact={existing} onDone={() => setEditedContact(null)} />
      </Dialog>
      {contactToDelete && (
        <ConfirmChange
          onClose={() => setContactToDelete(null)}
          title={labels.deleteContact({ name: contactToDelete.name })}
          text={labels.deleteContactText}
          submitLabel={labels.deleteContact({ name: contactToDelete.name })}
          pendingLabel={labels.deleting}
          mutation={deleteContactMutation}
          variables={() => ({ id: contactToDelete.id })}
          successMessage={labels.contactDeleted}
        />
      )}
    </Section>
  );
}

function ContactForm({ askId, contact, onDone }: { askId: string; contact: Contact | undefined; onDone: () => void }) {
  const { common, schools: labels } = useWords('schools').t;
  const addContact = useChange(addContactMutation, { quiet: true, success: () => labels.contactAdded, onDone });
  const update = useChange(updateContactMutation, { quiet: true, success: () => common.saved, onDone });
  const form = useModelForm(models.SchoolContactInput, contact ?? null, {
    labels: labels,
    change: contact ? update : addContact,
    send: (input) => (contact ? update.mutate({ id: contact.id, input }) : addContact.mutate({ id: askId, input })),
  });
  return (
    <Form
      form={form}
      submitLabel={contact ? common.save : labels.addContact}
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
