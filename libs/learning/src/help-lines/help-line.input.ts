import { InputType } from '@nestjs/graphql';
import { InputOf } from '@upstander/platform';
import { HelpLine } from './help-line.entity.js';

@InputType({ description: 'A help line, compared with its source today.' })
export class HelpLineInput extends InputOf(HelpLine, {
  required: [
    'name',
    'nameEs',
    'about',
    'aboutEs',
    'phoneKind',
    'phone',
    'allDay',
    'sourceName',
    'sourceYear',
    'sourceUrl',
  ],
  optional: [
    'phoneShown',
    'textKind',
    'textNumber',
    'textShown',
    'tty',
    'chatUrl',
    'hours',
    'hoursEs',
    'confidential',
    'takesReports',
    'forEmergencies',
    'languages',
    'interpretedLanguages',
    'country',
    'area',
    'areaEs',
    'verifyBy',
    'position',
  ],
  words: {
    phone: 'Number to dial: a phone number in any format, or a short code.',
    phoneShown: 'Number formatted for display; derived from the number if omitted.',
    verifyBy: 'Date it is due for verification; defaults to three months from now.',
  },
}) {}
