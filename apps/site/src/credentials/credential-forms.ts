import { limits, models } from '@upstander/web-kit';
import { defineForm } from '../forms/define-form';

/** A signature: a name, or for a minor the guardian's email. */
export const signForm = defineForm(models.SignWaiverInput, ({ site }) => site.credentials, {
  name: { required: true, max: limits.Credential.signedName, label: ({ site }) => site.credentials.yourName },
});

export const guardianForm = defineForm(models.SignWaiverInput, ({ site }) => site.credentials, {
  guardianEmail: { required: true, refused: { 'your-own': ({ site }) => site.credentials.notYourOwn } },
});

/** Evidence from elsewhere: the date, and how staff can check it. */
export const evidenceForm = defineForm(models.ClaimCredentialInput, ({ site }) => site.credentials, {
  issuedOn: { wrong: ({ site }) => site.credentials.dayWrong },
  evidence: { required: true },
});
