import { InputType } from '@nestjs/graphql';
import { InputOf } from '@upstander/platform';
import { Term } from './term.entity.js';

@InputType('VolunteerTermInput', { description: 'A skill or interest in both languages.' })
export class TermInput extends InputOf(Term, { required: ['kind', 'name', 'nameEs'] }) {}
