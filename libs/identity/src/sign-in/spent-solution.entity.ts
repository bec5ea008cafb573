import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A puzzle that was solved for a code, so that its solution counts once. */
@Entity({ schema: 'identity', name: 'spent_solution' })
export class SpentSolution {
  @PrimaryColumn({ type: 'bytea', primaryKeyConstraintName: 'spent_solution_pkey' })
  signature!: Buffer;

  @Column({ name: 'expires_at', type: 'timestamptz' })
  expiresAt!: Date;
}
