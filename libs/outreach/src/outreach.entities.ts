import { Ask, AskChange } from './asks/ask.entity.js';
import { AskDocument, AskNote, AskShift, Contact, Lesson, Statute } from './asks/ask-parts.entity.js';
import { DirectoryEntry } from './directory/directory-entry.entity.js';
import { SchoolTalk } from './school-talks/school-talk.entity.js';
import { SiteMessage } from './site-messages/site-message.entity.js';
import { Photo, PhotoConsent, PhotoPlace } from './photos/photo.entity.js';
import { TeamMember } from './team/team-member.entity.js';

export const outreachEntities = [
  DirectoryEntry,
  Ask,
  AskChange,
  Contact,
  AskNote,
  AskDocument,
  Lesson,
  AskShift,
  Statute,
  Photo,
  PhotoConsent,
  PhotoPlace,
  SchoolTalk,
  SiteMessage,
  TeamMember,
];
