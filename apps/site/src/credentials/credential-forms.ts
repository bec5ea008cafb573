import { limits } from '@upstander/web-kit';
import { isDay } from '../forms/day';
import { defineForm } from '../forms/form-of';

/** A signature: a name, or for a minor the guardian's email. */
export const signForm = defineForm({
  name: {
    most: limits.Credential.signedName,
    label: ({ site }) => site.credentials.yourName,
    missing: ({ site }) => site.credentials.nameMissing,
    wrong: ({ site }) => site.errors.nameWrong,
  },
});

export const guardianForm = defineForm({
  guardianEmail: {
    missing: ({ site }) => site.errors.emailMissing,
    wrong: ({ site }) => site.errors.emailWrong,
    refused: { 'your-own': ({ site }) => site.credentials.notYourOwn },
  },
});

/** Evidence from elsewhere: the date, and how staff can check it. */
export const evidenceForm = defineForm({
  issuedOn: {
    missing: ({ site }) => site.credentials.dayWrong,
    fits: isDay,
    wrong: ({ site }) => site.credentials.dayWrong,
  },
  evidence: {
    lines: true,
    most: limits.Credential.evidence,
    label: ({ site }) => site.credentials.evidence,
    missing: ({ site }) => site.credentials.evidenceMissing,
    wrong: ({ site }) => site.credentials.evidenceMissing,
  },
});
