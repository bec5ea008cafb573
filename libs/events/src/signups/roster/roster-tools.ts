import { Injectable } from '@nestjs/common';
import { Line } from '../line.js';
import { PlaceSignups } from '../place-signups.js';
import { Moves } from './moves.js';
import { RosterAccess } from './roster-access.js';
import { RosterReads } from './roster-reads.js';

/** What the work on a roster is done with. */
@Injectable()
export class RosterTools {
  constructor(
    readonly access: RosterAccess,
    readonly reads: RosterReads,
    readonly places: PlaceSignups,
    readonly line: Line,
    readonly moves: Moves,
  ) {}
}
