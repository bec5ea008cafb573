import { CredentialText, CredentialType } from './credentials/credential-type.entity.js';
import { Credential } from './credentials/credential.entity.js';
import { History } from './history/history.entity.js';
import { KnownBrowser } from './browsers/known-browser.entity.js';
import { Hours, HoursCorrection } from './hours/hours.entity.js';
import { Merge } from './merges/merge.entity.js';
import { Message } from './messages/message.entity.js';
import { Note } from './notes/note.entity.js';
import { EmergencyContact } from './profile/emergency-contact.entity.js';
import { Membership } from './profile/membership.entity.js';
import { Volunteer } from './profile/volunteer.entity.js';
import { Tag } from './tags/tag.entity.js';
import { Term } from './terms/term.entity.js';

export const volunteersEntities = [
  Volunteer,
  Membership,
  EmergencyContact,
  Term,
  Tag,
  Note,
  KnownBrowser,
  Message,
  Merge,
  History,
  Hours,
  HoursCorrection,
  CredentialType,
  CredentialText,
  Credential,
];
