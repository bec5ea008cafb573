import { InputType } from '@nestjs/graphql';
import { InputOf } from '@upstander/platform';
import { HelpLine } from './help-line.entity.js';

@InputType({ description: 'A help line, compared today with what its source says.' })
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
    ...(['phoneShown', 'textKind', 'textNumber', 'textShown', 'tty', 'chatUrl', 'hours', 'hoursEs'] as const),
    ...(['confidential', 'takesReports', 'forEmergencies', 'languages', 'interpretedLanguages'] as const),
    ...(['country', 'area', 'areaEs', 'verifyBy', 'position'] as const),
  ],
  words: {
    phone: 'What is dialled: a telephone number in any form, or a short code.',
    phoneShown: 'The number as people read it; made of the number where it is left out.',
    verifyBy: 'By when it is to be compared again; three months from now where it is left out.',
  },
}) {}
